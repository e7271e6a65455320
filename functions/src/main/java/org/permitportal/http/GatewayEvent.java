package org.permitportal.http;

import io.micronaut.serde.annotation.Serdeable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Problem;

/**
 * The event that API Gateway's HTTP API sends for a request, in payload format 2.0
 * (docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
 * This record has only the parts that the portal reads. Header names are in lower case.
 */
@Serdeable
record GatewayEvent(
    @Nullable Map<String, String> headers,
    @Nullable List<String> cookies,
    @Nullable Map<String, String> pathParameters,
    @Nullable Map<String, String> queryStringParameters,
    RequestContext requestContext,
    @Nullable String body,
    boolean isBase64Encoded) {
  @Override
  public String toString() {
    return "GatewayEvent[***]";
  }

  @Serdeable
  record RequestContext(
      @Nullable Authorizer authorizer, @Nullable Http http, @Nullable String requestId) {}

  @Serdeable
  record Http(@Nullable String method, @Nullable String sourceIp) {}

  @Serdeable
  record Authorizer(@Nullable Jwt jwt) {}

  /** The token's claims. All values are text; an array has the form {@code [one two]}. */
  @Serdeable
  record Jwt(@Nullable Map<String, String> claims) {}

  @Nullable String header(String name) {
    return headers == null ? null : headers.get(name);
  }

  @Nullable String path(String name) {
    return pathParameters == null ? null : pathParameters.get(name);
  }

  @Nullable String query(String name) {
    return queryStringParameters == null ? null : queryStringParameters.get(name);
  }

  /**
   * Returns the value of a cookie, or null when the request has none of this name.
   *
   * @throws Problem 400 when the request has several: somebody has planted one of them
   */
  @Nullable String cookie(String name) {
    List<String> found =
        cookies == null
            ? List.of()
            : cookies.stream().filter(cookie -> cookie.startsWith(name + "=")).toList();
    if (found.size() > 1) {
      throw Problem.invalid("cookie", "REPEATED", "This cookie appears more than once.");
    }
    return found.isEmpty() ? null : found.getFirst().substring(name.length() + 1);
  }

  /** Returns the names of the request's cookies. */
  List<String> cookieNames() {
    return cookies == null
        ? List.of()
        : cookies.stream().map(cookie -> cookie.split("=", 2)[0].strip()).toList();
  }

  Map<String, String> claims() {
    Authorizer authorizer = requestContext.authorizer();
    Jwt jwt = authorizer == null ? null : authorizer.jwt();
    Map<String, String> claims = jwt == null ? null : jwt.claims();
    return claims == null ? Map.of() : claims;
  }

  String requestId() {
    String id = requestContext.requestId();
    return id == null ? "" : id;
  }

  String text() {
    if (body == null) {
      return "";
    }
    return isBase64Encoded
        ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
        : body;
  }
}
