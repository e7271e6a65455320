package org.permitportal.platform;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * What counts as one caller when tries are counted: an IPv4 address, or the /64 of an IPv6 address,
 * in which one household has as many addresses as it likes.
 */
public final class CallerNetwork {
  private static final int PREFIX_BYTES = 8;

  private CallerNetwork() {}

  /** An address as API Gateway gives it, to what it is counted by. */
  public static String of(String address) {
    try {
      InetAddress known = InetAddress.ofLiteral(address);
      // An IPv4 address written as an IPv6 one (RFC 4291 §2.5.5.2) is read as the IPv4 address.
      return known instanceof Inet6Address six
          ? HexFormat.of().formatHex(six.getAddress(), 0, PREFIX_BYTES) + "/64"
          : known.getHostAddress();
    } catch (IllegalArgumentException _) {
      return address;
    }
  }
}
