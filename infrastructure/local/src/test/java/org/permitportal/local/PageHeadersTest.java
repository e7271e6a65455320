package org.permitportal.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.permitportal.local.template.Attributes;
import org.permitportal.local.template.Stack;

/** Tests that the local run sends the headers that CloudFront adds to the pages by web.yaml. */
class PageHeadersTest {
  private static final String DOCUMENTS = "http://127.0.0.1:4566";

  private static Map<String, String> headers() {
    Map<String, String> parameters =
        Map.of("PortalUrl", "http://localhost:1", "CityAdministratorEmail", "admin@city.example");
    Stack template = Stack.read(Portal.root(), "template.yaml", parameters);
    return PageHeaders.of(template, Attributes.ofTemplate(), DOCUMENTS);
  }

  /** Returns the directives of the content security policy, by name. */
  private static Map<String, String> policy() {
    String text = headers().getOrDefault("content-security-policy", "");
    Function<String, String[]> parts = directive -> directive.strip().split(" ", 2);
    return Arrays.stream(text.split(";", -1))
        .collect(Collectors.toMap(d -> parts.apply(d)[0], d -> parts.apply(d)[1]));
  }

  @Test
  void nothingRunsThatThePagesDidNotBring() {
    assertThat(policy())
        .containsEntry("default-src", "'none'")
        .containsEntry("script-src", "'self'")
        .containsEntry("style-src", "'self'")
        .containsEntry("base-uri", "'none'")
        .containsEntry("trusted-types", "'none'")
        .containsEntry("require-trusted-types-for", "'script'");
    assertThat(String.join(" ", policy().values())).doesNotContain("unsafe", "data:", "*");
  }

  @Test
  void documentsGoWhereS3AnswersHere() {
    assertThat(policy().get("connect-src").split(" ", -1)).containsOnly("'self'", DOCUMENTS);
    assertThat(policy().get("frame-src").split(" ", -1)).containsOnly(DOCUMENTS);
    assertThat(String.join(" ", policy().values())).doesNotContain("amazonaws");
  }

  @Test
  void nobodyFramesThePagesOrLearnsTheirAddresses() {
    assertThat(policy()).containsEntry("frame-ancestors", "'none'");
    assertThat(headers())
        .containsEntry("x-frame-options", "DENY")
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("referrer-policy", "no-referrer")
        .containsEntry("cross-origin-opener-policy", "same-origin")
        .containsEntry("strict-transport-security", "max-age=63072000; includeSubDomains");
  }
}
