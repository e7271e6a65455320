package org.permitportal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RequestProblem;
import org.permitportal.platform.TheCity;

class PipelineTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static ApplicationContext context;
  private static EchoHandler echo;

  /** A handler for tests. Its request has every kind of input. */
  public static final class EchoHandler extends ForAnyone<EchoHandler.Request, EchoHandler.Answer> {
    @Inject Ids ids;

    public EchoHandler(ApplicationContext context) {
      super(context);
    }

    @Serdeable
    @Introspected
    record Request(
        @PathVariable @Pattern(regexp = "[A-Z]+") String permitId,
        @QueryValue @Nullable Integer limit,
        @Nullable @Header("If-Match") String version,
        @NotNull @Size(min = 2, max = 5) String name,
        @Nullable @Min(0) Long cents,
        @Nullable Boolean agreed,
        @Nullable Kind kind,
        @Nullable @Valid Place place,
        @Nullable @Size(max = 2) List<@Size(max = 3) String> tags) {}

    @Serdeable
    record Place(@NotNull String street, @Nullable Integer number) {}

    enum Kind {
      HOUSE,
      SHED
    }

    @Serdeable
    record Answer(String name, String language, @Nullable Long cents, String id) {}

    @Override
    protected Reply<Answer> handle(Request request, Anyone caller) {
      if (request.name().equals("gone")) {
        throw Problem.of(RequestProblem.NOT_FOUND);
      }
      if (request.name().equals("boom")) {
        throw new IllegalStateException("secret value");
      }
      return Reply.ok(
              new Answer(request.name(), caller.origin().language(), request.cents(), ids.ulid()))
          .version(7);
    }
  }

  @BeforeAll
  static void start() {
    context = TheCity.beans();
    echo = new EchoHandler(context);
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @Test
  void aGoodRequestReachesTheHandlerWithItsInjectedParts() throws Exception {
    JsonNode reply = post("{\"name\":\"Ana\",\"cents\":12}");
    assertThat(reply.at("/statusCode").asInt()).isEqualTo(200);
    JsonNode body = body(reply);
    assertThat(body.at("/name").asText()).isEqualTo("Ana");
    assertThat(body.at("/cents").asLong()).isEqualTo(12);
    assertThat(body.at("/id").asText()).hasSize(26);
    assertThat(reply.at("/headers/etag").asText()).isEqualTo("\"7\"");
    assertThat(reply.at("/headers/cache-control").asText()).isEqualTo("no-store");
  }

  @Test
  void everyFieldErrorIsReportedAtOnce() throws Exception {
    assertThat(
            errors(
                "{\"cents\":\"12\",\"agreed\":1,\"kind\":\"CASTLE\",\"what\":1,"
                    + "\"place\":{\"number\":1.5,\"zip\":\"x\"},\"tags\":[\"long!\"]}"))
        .containsExactly(
            "agreed WRONG_TYPE",
            "cents WRONG_TYPE",
            "kind WRONG_TYPE",
            "name REQUIRED",
            "place.number WRONG_TYPE",
            "place.street REQUIRED",
            "place.zip UNKNOWN",
            "tags[0] OUT_OF_RANGE",
            "what UNKNOWN");
  }

  @Test
  void numbersTooLargeForTheirTypeAreErrorsOfTheField() throws Exception {
    assertThat(errors("{\"name\":\"Ana\",\"cents\":99999999999999999999}"))
        .containsExactly("cents WRONG_TYPE");
    assertThat(errors("{\"name\":\"Ana\",\"cents\":-1}")).containsExactly("cents OUT_OF_RANGE");
    assertThat(errors("{\"name\":\"Ana\",\"place\":{\"street\":\"Elm\",\"number\":2147483648}}"))
        .containsExactly("place.number WRONG_TYPE");
  }

  @Test
  void nullIsNoValueOfAnyType() throws Exception {
    assertThat(
            errors(
                "{\"name\":null,\"cents\":null,\"agreed\":null,\"kind\":null,"
                    + "\"place\":null,\"tags\":[null]}"))
        .containsExactly(
            "agreed WRONG_TYPE",
            "cents WRONG_TYPE",
            "kind WRONG_TYPE",
            "name WRONG_TYPE",
            "place WRONG_TYPE",
            "tags[0] WRONG_TYPE");
  }

  @Test
  void aFieldThatStandsTwiceIsRefusedWhereverItStands() throws Exception {
    assertThat(errors("{\"name\":\"Ana\",\"name\":\"Ana\"}")).containsExactly("name REPEATED");
    assertThat(errors("{\"name\":\"Ana\",\"n\\u0061me\":\"Bo\"}")).containsExactly("name REPEATED");
    assertThat(errors("{\"name\":\"Ana\",\"place\":{\"street\":\"Elm\",\"street\":1}}"))
        .containsExactly("place.street REPEATED");
    assertThat(errors("{\"tags\":[\"a\",[{\"x\":1,\"x\":{}}]]}"))
        .containsExactly("tags[1][0].x REPEATED");
    assertThat(errors("{\"" + "x".repeat(3_000) + "\":1,\"" + "x".repeat(3_000) + "\":1}"))
        .containsExactly("x".repeat(100) + " REPEATED");
    assertThat(errors("{\"name\":\"Ana\",\"place\":{\"street\":\"Elm\"},\"tags\":[\"a\",\"a\"]}"))
        .isEmpty();
  }

  @Test
  void halfACharacterIsNoText() throws Exception {
    assertThat(errors("{\"name\":\"A\\ud83d\"}")).containsExactly("name WRONG_TYPE");
    assertThat(errors("{\"name\":\"A\\ud83d\\ude00\"}")).isEmpty();
  }

  @Test
  void pathQueryAndHeadersAreTypedToo() throws Exception {
    JsonNode reply =
        call(
            Map.of(
                "pathParameters", Map.of("permitId", "abc"),
                "queryStringParameters", Map.of("limit", "ten"),
                "requestContext", Map.of("requestId", "r-1"),
                "body", "{\"name\":\"Ana\"}",
                "isBase64Encoded", false));
    assertThat(reply.at("/statusCode").asInt()).isEqualTo(400);
    assertThat(reply.at("/headers/content-type").asText()).isEqualTo("application/problem+json");
    assertThat(errors(reply)).containsExactly("limit WRONG_TYPE", "permitId INVALID");
  }

  @Test
  void whatIsNoJsonObjectIsRefusedWithoutBeingQuoted() throws Exception {
    for (String text : List.of("[1]", "\"x\"", "{\"name\":", "nonsense", "{\"name\":\"a\"} {")) {
      JsonNode body = body(post(text));
      assertThat(body.at("/code").asText()).as(text).isEqualTo("MALFORMED_JSON");
      assertThat(body.toString()).doesNotContain("nonsense");
    }
  }

  @Test
  void aProblemBecomesItsStatusAndCode() throws Exception {
    JsonNode reply = post("{\"name\":\"gone\"}");
    assertThat(reply.at("/statusCode").asInt()).isEqualTo(404);
    assertThat(body(reply).at("/code").asText()).isEqualTo("NOT_FOUND");
    assertThat(body(reply).at("/requestId").asText()).isEqualTo("r-1");
  }

  @Test
  void anythingElseIsA500ThatTellsNothing() throws Exception {
    JsonNode reply = post("{\"name\":\"boom\"}");
    assertThat(reply.at("/statusCode").asInt()).isEqualTo(500);
    assertThat(reply.toString()).doesNotContain("secret value").doesNotContain("IllegalState");
  }

  @Test
  void theLanguageIsOneOfTheCitys() throws Exception {
    assertThat(language("es-MX,es;q=0.9,en;q=0.8")).isEqualTo("es");
    assertThat(language("fr")).isEqualTo("en");
    assertThat(language(";;;")).isEqualTo("en");
  }

  private static String language(String accepted) throws Exception {
    return body(call(
            Map.of(
                "pathParameters", Map.of("permitId", "ABC"),
                "headers", Map.of("accept-language", accepted),
                "requestContext", Map.of("requestId", "r-1"),
                "body", "{\"name\":\"Ana\"}",
                "isBase64Encoded", false)))
        .at("/language")
        .asText();
  }

  private static JsonNode post(String body) throws Exception {
    return call(
        Map.of(
            "pathParameters",
            Map.of("permitId", "ABC"),
            "requestContext",
            Map.of("requestId", "r-1"),
            "body",
            body,
            "isBase64Encoded",
            false));
  }

  private static List<String> errors(String body) throws Exception {
    return errors(post(body));
  }

  private static List<String> errors(JsonNode reply) throws Exception {
    List<String> errors = new ArrayList<>();
    for (JsonNode error : body(reply).at("/errors")) {
      assertThat(error.at("/message").asText()).isNotBlank();
      errors.add(error.at("/field").asText() + " " + error.at("/code").asText());
    }
    return errors;
  }

  private static JsonNode call(Map<String, Object> event) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    echo.handleRequest(
        new ByteArrayInputStream(JSON.writeValueAsBytes(event)), out, new NoContext());
    return JSON.readTree(out.toByteArray());
  }

  private static JsonNode body(JsonNode reply) throws Exception {
    return JSON.readTree(reply.at("/body").asText());
  }
}
