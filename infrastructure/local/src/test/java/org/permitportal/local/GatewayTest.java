package org.permitportal.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {
  private final Fixture fixture = Fixture.shared();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create(fixture.stack.url() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> mine(String token) throws Exception {
    return send(at("/v1/things/mine").header("Authorization", "Bearer " + token));
  }

  @Test
  void theFunctionGetsPayloadFormatTwo() throws Exception {
    HttpResponse<String> response =
        send(
            at("/v1/things/a%2Fb%20c?q=1&q=two%20words&empty")
                .header("Cookie", "x=1; y=2")
                .header("X-Many", "a")
                .header("X-Many", "b")
                .header("Content-Type", "application/json")
                .method("POST", BodyPublishers.ofString("{}")));
    assertThat(response.statusCode()).isEqualTo(201);
    JsonNode event = Json.read(response.body());
    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("routeKey").asText()).isEqualTo("POST /v1/things/{thingId}");
    assertThat(event.at("/pathParameters/thingId").asText()).isEqualTo("a/b c");
    assertThat(event.path("rawQueryString").asText()).isEqualTo("q=1&q=two%20words&empty");
    assertThat(event.at("/queryStringParameters/q").asText()).isEqualTo("1,two words");
    assertThat(event.at("/queryStringParameters/empty").asText()).isEmpty();
    assertThat(event.path("cookies")).isEqualTo(Json.array().add("x=1").add("y=2"));
    assertThat(event.at("/headers/cookie").isMissingNode()).isTrue();
    assertThat(event.at("/headers/x-many").asText()).isEqualTo("a,b");
    assertThat(event.at("/requestContext/http/sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(event.at("/requestContext/stage").asText()).isEqualTo("$default");
    assertThat(event.path("body").asText()).isEqualTo("{}");
    assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    assertThat(event.at("/requestContext/authorizer").isMissingNode()).isTrue();
  }

  @Test
  void aBodyThatIsNoTextComesInBase64() throws Exception {
    HttpRequest.Builder request = at("/v1/things/1").header("Content-Type", "image/png");
    byte[] body = {1, 2, 3};
    JsonNode event = Json.read(send(request.POST(BodyPublishers.ofByteArray(body))).body());
    assertThat(event.path("body").asText()).isEqualTo("AQID");
    assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
  }

  @Test
  void aReplyHasItsHeadersAndCookiesAndTheFunctionItsOwnEnvironment() throws Exception {
    HttpResponse<String> response = send(at("/v1/things/1"));
    assertThat(response.headers().firstValue("x-table")).contains("ThingsTable");
    assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1; Secure", "b=2");
    assertThat(fixture.stack.environmentOf("EchoFunction"))
        .containsEntry("SHARED", "every function's")
        .containsEntry("GREETING", "a-b on us-east-1 of ${Literal}")
        .containsKey("AWS_ENDPOINT_URL_S3");
  }

  @Test
  void aGoodTokenIsLetInAndItsClaimsAreText() throws Exception {
    HttpResponse<String> response = mine(fixture.tokens.signed(fixture.tokens.claims()));
    assertThat(response.statusCode()).isEqualTo(201);
    JsonNode jwt = Json.read(response.body()).at("/requestContext/authorizer/jwt");
    assertThat(jwt.at("/claims/cognito:groups").asText()).isEqualTo("[clerk reviewer]");
    assertThat(jwt.at("/claims/email_verified").asText()).isEqualTo("true");
    assertThat(jwt.at("/claims/exp").isTextual()).isTrue();
    assertThat(jwt.path("scopes")).isEqualTo(Json.array().add("portal.use"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"expired", "not yet", "other issuer", "other client", "other aud"})
  void aTokenWithAWrongClaimIsUnauthorized(String fault) throws Exception {
    ObjectNode claims = fixture.tokens.claims();
    long now = claims.path("iat").asLong();
    switch (fault) {
      case "expired" -> claims.put("exp", now - 1);
      case "not yet" -> claims.put("nbf", now + 30);
      case "other issuer" -> claims.put("iss", "http://127.0.0.1:1");
      case "other client" -> claims.put("client_id", "another");
      default -> claims.put("aud", "another");
    }
    unauthorized(mine(fixture.tokens.signed(claims)));
  }

  @Test
  void aTamperedUnsignedOrMissingTokenIsUnauthorized() throws Exception {
    String[] parts = fixture.tokens.signed(fixture.tokens.claims()).split("\\.", -1);
    String more = Tokens.part(fixture.tokens.claims().put("sub", "another"));
    unauthorized(mine(parts[0] + "." + more + "." + parts[2]));
    String none = Tokens.part(Json.object().put("alg", "none"));
    unauthorized(mine(none + "." + parts[1] + "."));
    unauthorized(mine("nonsense"));
    unauthorized(send(at("/v1/things/mine")));
    unauthorized(mine(new Tokens().signed(fixture.tokens.claims())));
  }

  private static void unauthorized(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(response.headers().firstValue("www-authenticate")).isPresent();
  }

  @Test
  void aTokenWithoutTheScopeIsForbidden() throws Exception {
    ObjectNode claims = fixture.tokens.claims().put("scope", "other");
    HttpResponse<String> response = mine(fixture.tokens.signed(claims));
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).isEqualTo("{\"message\":\"Forbidden\"}");
  }

  @Test
  void anUnknownRouteOrMethodIsNotFound() throws Exception {
    for (HttpRequest.Builder request :
        List.of(at("/v1/none"), at("/v1/things/1").DELETE(), at("/v1/things/1").HEAD())) {
      HttpResponse<String> response = send(request);
      assertThat(response.statusCode()).isEqualTo(404);
    }
    assertThat(send(at("/v1/none")).body()).isEqualTo("{\"message\":\"Not Found\"}");
  }

  @Test
  void moreThanTenMegabytesAreTooLarge() throws Exception {
    byte[] body = new byte[10 * 1024 * 1024 + 1];
    Arrays.fill(body, (byte) 'x');
    HttpResponse<String> response = send(at("/v1/things/1").POST(BodyPublishers.ofByteArray(body)));
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"throw", "long", "slow"})
  void aFunctionThatFailsIsAnInternalError(String how) throws Exception {
    HttpResponse<String> response = send(at("/v1/things/" + how));
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void aPreflightIsAnsweredForTheAllowedOriginOnly() throws Exception {
    HttpResponse<String> own = preflight(fixture.stack.url());
    assertThat(own.statusCode()).isEqualTo(204);
    assertThat(own.headers().firstValue("access-control-allow-origin"))
        .contains(fixture.stack.url());
    assertThat(own.headers().firstValue("access-control-allow-methods")).contains("GET,POST");
    HttpResponse<String> other = preflight("https://elsewhere.example");
    assertThat(other.headers().firstValue("access-control-allow-origin")).isEmpty();
  }

  private HttpResponse<String> preflight(String origin) throws Exception {
    return send(
        at("/v1/things/1")
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  @Test
  void thePagesAnswerGetAndHead() throws Exception {
    assertThat(send(at("/")).body()).contains("/mailbox").contains("postThing");
    HttpResponse<String> head = send(at("/mailbox").HEAD());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("content-length").orElse(0)).isPositive();
  }
}
