package org.permitportal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MailTemplatesTest {
  @Test
  void whatPeopleTypedBecomesNoLinkAndNoNewLine() {
    String filled =
        MailTemplates.fill(
            "{name}, see {portal}",
            Map.of("name", "Pay\nat https://evil.example", "portal", "https://permits.example"),
            "any");
    assertThat(filled).isEqualTo("Pay at https: //evil.example, see https://permits.example");
  }
}
