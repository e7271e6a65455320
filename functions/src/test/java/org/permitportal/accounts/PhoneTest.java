package org.permitportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhoneTest {
  @Test
  void howeverItIsWrittenItIsOneNumber() {
    for (String typed :
        List.of("719-555-0150", "(719) 555 0150", "+1 719.555.0150", "17195550150")) {
      assertThat(Phone.find(typed)).as(typed).contains("+17195550150");
    }
  }

  @Test
  void otherCountriesAndExtensionsAreKept() {
    assertThat(Phone.find("+52 55 5080 2000")).contains("+525550802000");
    assertThat(Phone.find("719-555-0150 ext. 12")).contains("+17195550150;ext=12");
  }

  @Test
  void whatCanBeNoNumberIsRefused() {
    for (String typed : List.of("", "call me", "12", "719-555", "7195550150719555015071955")) {
      assertThat(Phone.find(typed)).as(typed).isEmpty();
    }
  }
}
