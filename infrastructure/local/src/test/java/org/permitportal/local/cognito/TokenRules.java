package org.permitportal.local.cognito;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.permitportal.local.cognito.Rule.holds;
import static org.permitportal.local.cognito.Rule.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.net.URI;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.permitportal.local.cognito.Rule.Needs;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RefreshTokenReuseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnsupportedTokenTypeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** The rules of tokens: their claims, their lifetimes, their exchange and their revocation. */
final class TokenRules {
  static final List<Rule> ROWS =
      List.of(
          holds(
              "an access token says who, for which client, until when",
              bench -> {
                String user = bench.user();
                var tokens = bench.tokens(user);
                JsonNode claims = Bench.claims(tokens.accessToken());
                assertThat(claims.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                        "sub",
                        "iss",
                        "client_id",
                        "origin_jti",
                        "event_id",
                        "token_use",
                        "scope",
                        "auth_time",
                        "iat",
                        "exp",
                        "jti",
                        "username");
                assertThat(claims.path("iss").asText()).isEqualTo(bench.issuer);
                assertThat(claims.path("client_id").asText()).isEqualTo(bench.client);
                assertThat(claims.path("username").asText()).isEqualTo(user);
                assertThat(claims.path("token_use").asText()).isEqualTo("access");
                assertThat(claims.path("scope").asText())
                    .isEqualTo("aws.cognito.signin.user.admin");
                assertThat(claims.path("exp").asLong() - claims.path("iat").asLong())
                    .isEqualTo(tokens.expiresIn().longValue());
              }),
          holds(
                  "tokens live as long as the client says",
                  bench -> {
                    var tokens = bench.tokens(bench.user());
                    assertThat(tokens.expiresIn()).isEqualTo(600);
                    bench.pass(Duration.ofMinutes(10).minusSeconds(1));
                    whoHolds(bench, tokens.accessToken());
                    bench.pass(Duration.ofSeconds(1));
                    assertThatThrownBy(() -> whoHolds(bench, tokens.accessToken()))
                        .isInstanceOf(NotAuthorizedException.class)
                        .hasMessageContaining("Access Token has expired");
                  })
              .needing(Needs.A_MOVED_CLOCK),
          holds(
              "an ID token holds only readable attributes",
              bench -> {
                String user = bench.user();
                bench.cognito.adminUpdateUserAttributes(
                    it ->
                        it.userPoolId(bench.pool)
                            .username(user)
                            .userAttributes(
                                Bench.attribute("custom:answer", "blue"),
                                Bench.attribute("email", "eva@example.org"),
                                Bench.attribute("email_verified", "true")));
                var tokens = bench.tokens(user);
                JsonNode claims = Bench.claims(tokens.idToken());
                assertThat(claims.path("token_use").asText()).isEqualTo("id");
                assertThat(claims.path("aud").asText()).isEqualTo(bench.client);
                assertThat(claims.path("cognito:username").asText()).isEqualTo(user);
                assertThat(claims.path("email").asText()).isEqualTo("eva@example.org");
                assertThat(claims.path("email_verified").isBoolean()).isTrue();
                assertThat(claims.has("custom:answer")).isFalse();
                var own =
                    bench
                        .cognito
                        .getUser(it -> it.accessToken(tokens.accessToken()))
                        .userAttributes();
                assertThat(Bench.values(own))
                    .containsOnlyKeys("sub", "email", "email_verified")
                    .containsEntry("email", "eva@example.org");
              }),
          refused(
              "an ID token is no access token",
              NotAuthorizedException.class,
              "Invalid Access Token",
              bench -> whoHolds(bench, bench.tokens(bench.user()).idToken())),
          refused(
              "a tampered token is refused",
              NotAuthorizedException.class,
              "Invalid Access Token",
              bench -> {
                String[] parts = bench.tokens(bench.user()).accessToken().split("\\.", -1);
                String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
                String other = claims.replace("\"username\":\"", "\"username\":\"x");
                parts[1] =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes(UTF_8));
                whoHolds(bench, String.join(".", parts));
              }),
          holds(
              "the pool's key set verifies a token's signature",
              bench -> {
                String[] parts = bench.tokens(bench.user()).accessToken().split("\\.", -1);
                JsonNode header =
                    Bench.json(new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8));
                JsonNode documents = read(bench.issuer + "/.well-known/openid-configuration");
                assertThat(documents.path("issuer").asText()).isEqualTo(bench.issuer);
                Signature signature = Signature.getInstance("SHA256withRSA");
                signature.initVerify(
                    key(read(documents.path("jwks_uri").asText()), header.path("kid").asText()));
                signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
                assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
              }),
          holds(
              "a refresh rotates the refresh token and keeps the sign-in",
              bench -> {
                var first = bench.tokens(bench.user());
                var second = bench.refresh(first.refreshToken());
                assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
                JsonNode before = Bench.claims(first.accessToken());
                JsonNode after = Bench.claims(second.accessToken());
                assertThat(after.path("origin_jti")).isEqualTo(before.path("origin_jti"));
                assertThat(after.path("auth_time")).isEqualTo(before.path("auth_time"));
                assertThat(after.path("jti")).isNotEqualTo(before.path("jti"));
                assertThat(bench.refresh(second.refreshToken()).accessToken()).isNotBlank();
              }),
          holds(
              "a rotated refresh token works again within its grace",
              bench -> {
                String old = bench.tokens(bench.user()).refreshToken();
                bench.refresh(old);
                bench.pass(Duration.ofSeconds(59));
                assertThat(bench.refresh(old).accessToken()).isNotBlank();
              }),
          refused(
                  "a rotated refresh token is refused after its grace, however often it was used",
                  RefreshTokenReuseException.class,
                  "",
                  bench -> {
                    String old = bench.tokens(bench.user()).refreshToken();
                    bench.refresh(old);
                    bench.pass(Duration.ofSeconds(59));
                    bench.refresh(old);
                    bench.pass(Duration.ofSeconds(1));
                    bench.refresh(old);
                  })
              .needing(Needs.A_MOVED_CLOCK),
          refused(
                  "rotation does not prolong the sign-in",
                  NotAuthorizedException.class,
                  "Refresh Token has expired",
                  bench -> {
                    String old = bench.tokens(bench.user()).refreshToken();
                    bench.pass(Duration.ofHours(11));
                    String rotated = bench.refresh(old).refreshToken();
                    bench.pass(Duration.ofHours(1));
                    bench.refresh(rotated);
                  })
              .needing(Needs.A_MOVED_CLOCK),
          refused(
              "a made-up refresh token is refused",
              NotAuthorizedException.class,
              "Invalid Refresh Token",
              bench -> bench.refresh("made-up")),
          refused(
              "a revoked refresh token is refused",
              NotAuthorizedException.class,
              "Refresh Token has been revoked",
              bench -> {
                String token = bench.tokens(bench.user()).refreshToken();
                revoke(bench, token);
                bench.refresh(token);
              }),
          refused(
              "revoking ends what the token gave, before and after rotation",
              NotAuthorizedException.class,
              "Access Token has been revoked",
              bench -> {
                var first = bench.tokens(bench.user());
                revoke(bench, bench.refresh(first.refreshToken()).refreshToken());
                whoHolds(bench, first.accessToken());
              }),
          holds(
              "revoking leaves the user's other sign-ins",
              bench -> {
                String user = bench.user();
                var other = bench.tokens(user);
                revoke(bench, bench.tokens(user).refreshToken());
                assertThat(whoHolds(bench, other.accessToken())).isEqualTo(user);
                assertThat(bench.refresh(other.refreshToken()).accessToken()).isNotBlank();
              }),
          refused(
              "only a refresh token can be revoked",
              UnsupportedTokenTypeException.class,
              "",
              bench -> revoke(bench, bench.tokens(bench.user()).accessToken())),
          holds(
              "a global sign-out ends every sign-in so far and none later",
              bench -> {
                String user = bench.user();
                var before = bench.tokens(user);
                bench.cognito.adminUserGlobalSignOut(
                    it -> it.userPoolId(bench.pool).username(user));
                assertThatThrownBy(() -> bench.refresh(before.refreshToken()))
                    .isInstanceOf(NotAuthorizedException.class);
                assertThatThrownBy(() -> whoHolds(bench, before.accessToken()))
                    .hasMessageContaining("Access Token has been revoked");
                assertThat(whoHolds(bench, bench.tokens(user).accessToken())).isEqualTo(user);
              }),
          refused(
              "a disabled user cannot refresh",
              NotAuthorizedException.class,
              "User is disabled.",
              bench -> {
                String user = bench.user();
                String refresh = bench.tokens(user).refreshToken();
                bench.disable(user);
                bench.refresh(refresh);
              }),
          refused(
              "a deleted user's access token names nobody",
              UserNotFoundException.class,
              "User does not exist.",
              bench -> {
                String user = bench.user();
                String access = bench.tokens(user).accessToken();
                bench.cognito.adminDeleteUser(it -> it.userPoolId(bench.pool).username(user));
                whoHolds(bench, access);
              }));

  private TokenRules() {}

  private static String whoHolds(Bench bench, String accessToken) {
    return bench.cognito.getUser(it -> it.accessToken(accessToken)).username();
  }

  private static void revoke(Bench bench, String token) {
    bench.cognito.revokeToken(it -> it.clientId(bench.client).token(token));
  }

  private static JsonNode read(String url) throws Exception {
    try (var body = URI.create(url).toURL().openStream()) {
      return Bench.JSON.readTree(body);
    }
  }

  private static PublicKey key(JsonNode keySet, String keyId) throws Exception {
    for (JsonNode key : keySet.path("keys")) {
      if (key.path("kid").asText().equals(keyId)) {
        return KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
      }
    }
    throw new AssertionError("No key " + keyId + " in " + keySet);
  }

  private static BigInteger number(JsonNode key, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
  }
}
