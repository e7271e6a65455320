package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.permitportal.contract.Yaml;

/** Tests that anybody can read the data that the portal shows without a sign-in. */
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

  /** The tests and pictures of the web pages read these answers from files. */
  @ParameterizedTest
  @CsvSource({"getPortal, portal.json", "getTerms, terms.json"})
  void thePagesTestsKnowWhatItTells(String operation, String file) throws IOException {
    JsonNode known = new ObjectMapper().readTree(Yaml.ROOT.resolve("web/test/" + file).toFile());
    assertThat(known).isEqualTo(ApiCall.of(operation).expect(200).body());
  }

  @Test
  void aClientThatHasItGetsItNotAgain() {
    String tag = ApiCall.of("getPortal").expect(200).header("etag");
    ApiCall.of("getPortal").header("if-none-match", tag).expect(304);
    ApiCall.of("getPortal").header("if-none-match", "W/" + tag + ", \"x\"").expect(304);
    ApiCall.of("getPortal").header("if-none-match", "\"other\"").expect(200);
  }
}
