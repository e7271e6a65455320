package org.permitportal.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Issues, exchanges, revokes and checks a pool's tokens. */
record Grants(UserPool pool) {

  /** A refresh token that was found, with its user and its sign-in. */
  private record Found(User user, User.Grant grant, User.Refresh token) {}

  /** Completes a sign-in and returns its AuthenticationResult with the tokens. */
  ObjectNode signIn(User user, ClientSettings client) {
    user.clearFailures();
    user.grants.removeIf(old -> old.expires <= pool.now());
    User.Grant grant = new User.Grant();
    grant.originJti = UUID.randomUUID().toString();
    grant.eventId = UUID.randomUUID().toString();
    grant.clientId = client.id();
    grant.authTime = pool.now();
    grant.expires = pool.now() + client.refreshLife().toMillis();
    user.grants.add(grant);
    return result(user, client, grant).put("RefreshToken", refreshToken(user, grant));
  }

  /**
   * Exchanges a refresh token for new tokens (api API_GetTokensFromRefreshToken.html, dg
   * amazon-cognito-user-pools-using-the-refresh-token.html).
   */
  ObjectNode refresh(ClientSettings client, String token) {
    Found found = find(token);
    if (found == null || !found.grant.clientId.equals(client.id())) {
      throw Refusal.notAuthorized("Invalid Refresh Token.");
    }
    if (!found.user.enabled) {
      throw Refusal.disabled();
    }
    if (found.grant.revoked) {
      throw Refusal.notAuthorized("Refresh Token has been revoked");
    }
    long now = pool.now();
    if (found.grant.expires <= now) {
      throw Refusal.notAuthorized("Refresh Token has expired");
    }
    if (found.token.rotated > 0 && found.token.rotated + client.grace().toMillis() <= now) {
      // The exception is documented. Its message is unverified.
      throw new Refusal("RefreshTokenReuseException", "Refresh Token has been rotated");
    }
    ObjectNode result = result(found.user, client, found.grant);
    if (client.rotation()) {
      if (found.token.rotated == 0) {
        found.token.rotated = now;
      }
      // The new token belongs to the same sign-in, so it expires at the same time as the original
      // token.
      result.put("RefreshToken", refreshToken(found.user, found.grant));
    }
    return result;
  }

  /**
   * Revokes a refresh token (api API_RevokeToken.html). Unverified: the exception for each mistake.
   */
  void revoke(ClientSettings client, String token) {
    if (!client.revocation()) {
      throw new Refusal("UnsupportedOperationException", "Token revocation is not enabled");
    }
    if (pool.tokens.verify(token) != null) {
      throw new Refusal("UnsupportedTokenTypeException", "Unsupported token type");
    }
    Found found = find(token);
    if (found == null) {
      throw Refusal.invalidParameter("Invalid refresh token");
    }
    if (!found.grant.clientId.equals(client.id())) {
      throw new Refusal("UnauthorizedException", "Token is not issued for this client");
    }
    found.grant.revoked = true;
    pool.save(found.user);
  }

  /**
   * Returns the user of an access token of this pool. Refuses an expired or revoked token (dg
   * token-revocation.html).
   *
   * @param claims the token's claims; its signature was checked already
   */
  User bearer(JsonNode claims) {
    if (!claims.path("token_use").asText().equals("access")) {
      throw Refusal.notAuthorized("Invalid Access Token");
    }
    if (claims.path("exp").asLong() * 1000 <= pool.now()) {
      throw Refusal.notAuthorized("Access Token has expired");
    }
    User user = pool.find(claims.path("username").asText());
    if (user == null || !user.sub.equals(claims.path("sub").asText())) {
      throw Refusal.userNotFound();
    }
    if (!user.enabled) {
      throw Refusal.disabled();
    }
    String originJti = claims.path("origin_jti").asText();
    if (user.grants.stream()
        .noneMatch(grant -> grant.originJti.equals(originJti) && !grant.revoked)) {
      throw Refusal.notAuthorized("Access Token has been revoked");
    }
    return user;
  }

  private @Nullable Found find(String token) {
    String[] parts = token.split("\\.", 3);
    String hash = Tokens.hash(token);
    for (User user : pool.users()) {
      if (user.sub.equals(parts[0])) {
        for (User.Grant grant : user.grants) {
          for (User.Refresh one : grant.refreshTokens) {
            if (one.hash.equals(hash)) {
              return new Found(user, grant, one);
            }
          }
        }
      }
    }
    return null;
  }

  private String refreshToken(User user, User.Grant grant) {
    String token = user.sub + "." + Tokens.random(64);
    User.Refresh refresh = new User.Refresh();
    refresh.hash = Tokens.hash(token);
    grant.refreshTokens.add(refresh);
    pool.save(user);
    return token;
  }

  private ObjectNode result(User user, ClientSettings client, User.Grant grant) {
    return UserPool.JSON
        .createObjectNode()
        .put("AccessToken", accessToken(user, client, grant))
        .put("IdToken", idToken(user, client, grant))
        .put("TokenType", "Bearer")
        .put("ExpiresIn", client.accessLife().toSeconds());
  }

  /** Returns an access token (dg amazon-cognito-user-pools-using-the-access-token.html). */
  private String accessToken(User user, ClientSettings client, User.Grant grant) {
    return pool.tokens.sign(
        claims(user, grant, "access", client.accessLife())
            .put("client_id", client.id())
            .put("scope", "aws.cognito.signin.user.admin")
            .put("username", user.username));
  }

  /** Returns an ID token (dg amazon-cognito-user-pools-using-the-id-token.html). */
  private String idToken(User user, ClientSettings client, User.Grant grant) {
    ObjectNode claims =
        claims(user, grant, "id", client.idLife())
            .put("aud", client.id())
            .put("cognito:username", user.username);
    user.attributes.forEach(
        (name, value) -> {
          if (client.mayRead(name)) {
            if (name.endsWith("_verified")) {
              claims.put(name, value.equals("true"));
            } else {
              claims.put(name, value);
            }
          }
        });
    return pool.tokens.sign(claims);
  }

  private ObjectNode claims(User user, User.Grant grant, String use, Duration life) {
    long now = pool.now() / 1000;
    ObjectNode claims =
        UserPool.JSON
            .createObjectNode()
            .put("sub", user.sub)
            .put("iss", pool.issuer)
            .put("origin_jti", grant.originJti)
            .put("event_id", grant.eventId)
            .put("token_use", use)
            .put("auth_time", grant.authTime / 1000)
            .put("iat", now)
            .put("exp", now + life.toSeconds())
            .put("jti", UUID.randomUUID().toString());
    Set<String> groups = user.groups;
    if (groups.stream().anyMatch(pool.groups::contains)) {
      ArrayNode names = claims.putArray("cognito:groups");
      groups.stream().filter(pool.groups::contains).forEach(names::add);
    }
    return claims;
  }
}
