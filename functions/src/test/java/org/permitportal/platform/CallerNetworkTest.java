package org.permitportal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerNetworkTest {
  @Test
  void anIpv4AddressIsItself() {
    assertThat(CallerNetwork.of("203.0.113.7")).isEqualTo("203.0.113.7");
    assertThat(CallerNetwork.of("::ffff:203.0.113.7")).isEqualTo("203.0.113.7");
    assertThat(CallerNetwork.of("::FFFF:cb00:7107")).isEqualTo("203.0.113.7");
  }

  @Test
  void addressesOfOneIpv6NetworkAreOneCaller() {
    assertThat(CallerNetwork.of("2001:db8:1:2::1"))
        .isEqualTo(CallerNetwork.of("2001:0DB8:1:2:ffff::9"))
        .isNotEqualTo(CallerNetwork.of("2001:db8:1:3::1"));
  }

  @Test
  void whatIsNoAddressIsNotLookedUp() {
    assertThat(CallerNetwork.of("localhost")).isEqualTo("localhost");
    assertThat(CallerNetwork.of("")).isEmpty();
  }
}
