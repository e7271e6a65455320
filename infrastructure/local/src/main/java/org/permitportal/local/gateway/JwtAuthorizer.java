package org.permitportal.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.permitportal.local.Json;
import org.permitportal.local.template.Route;

/**
 * Emulates API Gateway's JWT authorizer. It checks the RS256 signature with the issuer's keys. It
 * checks the claims {@code iss}, {@code aud} or {@code client_id}, {@code exp}, {@code nbf} and
 * {@code iat}. Then it requires one of the route's scopes.
 */
final class JwtAuthorizer {
  /** Thrown when the call is refused. It has API Gateway's answer. */
  static final class Refused extends Exception {
    private final transient Answer answer;

    private Refused(int status, String message, String challenge) {
      super(message);
      this.answer = Answer.message(status, message).with("www-authenticate", challenge);
    }

    Answer answer() {
      return answer;
    }
  }

  /**
   * The result of an allowed call.
   *
   * @param claims the token's claims
   * @param scopes the route's scopes that the token has
   */
  record Admission(JsonNode claims, List<String> scopes) {}

  private final Jwks keys = new Jwks();
  private final Clock clock;

  JwtAuthorizer(Clock clock) {
    this.clock = clock;
  }

  Admission admit(Route.Security security, @Nullable String authorization) throws Refused {
    if (authorization == null || authorization.isBlank()) {
      throw new Refused(401, "Unauthorized", "Bearer");
    }
    JsonNode claims = claims(security, authorization.replaceFirst("(?i)^Bearer +", "").strip());
    List<String> has = List.of(claims.path("scope").asText().split(" ", -1));
    List<String> scopes = security.scopes().stream().filter(has::contains).toList();
    if (!security.scopes().isEmpty() && scopes.isEmpty()) {
      throw new Refused(
          403,
          "Forbidden",
          "Bearer scope=\"%s\" error=\"insufficient_scope\""
              .formatted(String.join(" ", security.scopes())));
    }
    return new Admission(claims, scopes);
  }

  private JsonNode claims(Route.Security security, String token) throws Refused {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw invalid("the token is not a JWT");
    }
    JsonNode claims;
    try {
      JsonNode header = decoded(parts[0]);
      claims = decoded(parts[1]);
      if (!claims.path("iss").asText().equals(security.issuer())) {
        throw invalid("invalid issuer");
      }
      if (!header.path("alg").asText().equals("RS256")) {
        throw invalid("signing method is invalid");
      }
      PublicKey key = keys.key(security.issuer(), header.path("kid").asText());
      if (key == null || !verified(key, parts)) {
        throw invalid("signature is invalid");
      }
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw invalid("the token is malformed");
    }
    checkTimes(claims);
    checkAudience(claims, security.audience());
    return claims;
  }

  private void checkTimes(JsonNode claims) throws Refused {
    long now = clock.instant().getEpochSecond();
    if (claims.path("exp").asLong() <= now) {
      throw invalid("the token has expired");
    }
    if (claims.path("nbf").asLong() > now || claims.path("iat").asLong() > now) {
      throw invalid("the token is not valid yet");
    }
  }

  private static void checkAudience(JsonNode claims, List<String> audience) throws Refused {
    JsonNode aud = claims.path("aud");
    boolean fits =
        aud.isMissingNode()
            ? audience.contains(claims.path("client_id").asText())
            : aud.isArray()
                ? StreamSupport.stream(aud.spliterator(), false)
                    .anyMatch(one -> audience.contains(one.asText()))
                : audience.contains(aud.asText());
    if (!fits) {
      throw invalid("invalid audience");
    }
  }

  private static boolean verified(PublicKey key, String[] parts) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key);
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
  }

  private static JsonNode decoded(String part) {
    return Json.read(Base64.getUrlDecoder().decode(part));
  }

  private static Refused invalid(String why) {
    return new Refused(
        401,
        "Unauthorized",
        "Bearer scope=\"\" error=\"invalid_token\" error_description=\"%s\"".formatted(why));
  }
}
