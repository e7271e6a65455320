package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.permitportal.contract.Yaml;
import org.permitportal.local.Fault;
import org.permitportal.local.Options;
import org.permitportal.local.PortalStack;

/** Tests that another city needs only its own folder of settings. */
class SecondCityJourneyTest {
  private static final Path CITY = Path.of("src/test/resources/second-city");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static PortalStack stack;
  private static Path data;

  @BeforeAll
  static void start(@TempDir Path data) throws Exception {
    SecondCityJourneyTest.data = data;
    stack = PortalStack.start(options().withCity(CITY).withData(data));
  }

  private static Options options() {
    return Options.forTests(Yaml.ROOT, Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void anAccountIsSetUpByItsRules() throws Exception {
    JsonNode portal = call("GET", "/portal", Map.of(), null, 200);
    assertThat(portal.path("name").asText()).isEqualTo("City of Tidewater Bluff");
    assertThat(portal.path("languages").toString()).isEqualTo("[\"en\"]");
    assertThat(portal.path("accountTypes").findValuesAsText("key"))
        .containsExactly("trade-electrical", "residential-light");

    JsonNode begun =
        call("POST", "/registrations", Map.of(), Map.of("agreed", true, "termsVersion", "7"), 201);
    String draft = "/registrations/" + begun.path("draftId").asText();
    String token = begun.path("token").asText();
    Map<String, String> first = Map.of("x-draft-token", token, "if-match", "\"0\"");
    assertThat(errors(call("PUT", draft + "/company", first, company("too short 4"), 400)))
        .containsExactly("password");
    call("PUT", draft + "/company", first, company("forty green rowboats"), 200);
    call(
        "PUT",
        draft + "/contact",
        Map.of("x-draft-token", token, "if-match", "\"1\""),
        Map.of(
            "firstName", "Odessa",
            "lastName", "Grant",
            "phone", "912-555-0188",
            "address",
                Map.of(
                    "line1", "9 Bay St", "city", "Tidewater Bluff", "state", "GA", "zip", "31499"),
            "preferredContact", "EMAIL",
            "language", "en"),
        200);
    call("POST", draft + "/code", Map.of("x-draft-token", token), null, 200);
    JsonNode account =
        call(
            "POST",
            draft + "/confirmation",
            Map.of("x-draft-token", token, "if-match", "\"2\""),
            Map.of("code", code()),
            200);
    assertThat(account.path("accountNumber").asText()).isEqualTo("TB000001");
  }

  /** The second city shows no list of companies. */
  @Test
  void whatItSwitchesOffIsOff() throws Exception {
    assertThat(call("GET", "/companies?q=grant", Map.of(), null, 200).path("items")).isEmpty();
  }

  @Test
  void aMistakeInItsFolderNamesFileAndLine(@TempDir Path folder) throws Exception {
    String right = Files.readString(CITY.resolve("city.yaml"));
    Files.writeString(
        folder.resolve("city.yaml"), right.replace("America/New_York", "America/Bluff"));
    int line = (int) right.substring(0, right.indexOf("timeZone")).lines().count() + 1;
    assertThatThrownBy(() -> PortalStack.start(options().withCity(folder)))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("city.yaml:" + line + ": timeZone: unknown time zone");
  }

  @Test
  void itsDataAreNotShownAsThoseOfTheSampleCity(@TempDir Path copy) throws Exception {
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    assertThatThrownBy(() -> PortalStack.start(options().withData(copy)))
        .isInstanceOf(Fault.class)
        .hasMessage(
            copy
                + " has data of Tidewater Bluff, GA, not of Juniper Falls, CO:"
                + " give another --data, or --fresh to delete them");
  }

  private static Map<String, Object> company(String password) {
    return Map.of(
        "accountType", "residential-light",
        "holder", "organization",
        "name", "Grant Docks, LLC",
        "email", "odessa@grantdocks.example",
        "phone", "912-555-0188",
        "license", Map.of("number", "RLCI-77", "state", "GA", "expires", "2099-12-31"),
        "password", password,
        "question", "first-boat",
        "answer", "The Marsh Hen");
  }

  private static String code() {
    String text =
        Eventually.get(
                "the code",
                () -> stack.mailbox().mailsTo("odessa@grantdocks.example").stream().findFirst())
            .text();
    Matcher digits = Pattern.compile("\\b\\d{6}\\b").matcher(text);
    assertThat(digits.find()).isTrue();
    return digits.group();
  }

  private static List<String> errors(JsonNode problem) {
    return problem.path("errors").findValuesAsText("field");
  }

  private static JsonNode call(
      String method, String path, Map<String, String> headers, Object body, int status)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(stack.url() + "/v1" + path))
            .header("content-type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body)));
    headers.forEach(request::header);
    HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }
}
