package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What anybody sees first. */
class PortalJourneyTest {
  @Test
  void thePortalTellsWhatAClientMustKnow() {
    ApiCall.Answer answer = ApiCall.of("getPortal").expect(200);
    assertThat(answer.text("/name")).isEqualTo("City of Juniper Falls");
    Set<String> types = new TreeSet<>();
    answer.body().path("accountTypes").forEach(t -> types.add(t.path("key").asText()));
    assertThat(types).contains("general-contractor", "electrical", "homeowner");
    assertThat(answer.header("cache-control")).contains("public");
  }

  @Test
  void aClientThatHasItGetsItNotAgain() {
    String tag = ApiCall.of("getPortal").expect(200).header("etag");
    ApiCall.of("getPortal").header("if-none-match", tag).expect(304);
    ApiCall.of("getPortal").header("if-none-match", "W/" + tag + ", \"x\"").expect(304);
    ApiCall.of("getPortal").header("if-none-match", "\"other\"").expect(200);
  }
}
