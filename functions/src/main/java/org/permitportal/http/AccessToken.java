package org.permitportal.http;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RequestProblem;

/**
 * The claims of an access token that API Gateway's JWT authorizer has checked. Each claim is a
 * text; an array has the form {@code [clerk reviewer]}. The route's scope refuses ID tokens. {@link
 * #of} refuses them too.
 */
record AccessToken(String userId, Instant authTime, String session, Set<String> groups) {
  static AccessToken of(GatewayEvent event) {
    Map<String, String> claims = event.claims();
    String userId = claims.get("username");
    String authTime = claims.get("auth_time");
    String session = claims.get("origin_jti");
    if (!"access".equals(claims.get("token_use"))
        || userId == null
        || authTime == null
        || session == null) {
      throw Problem.of(RequestProblem.NOT_SIGNED_IN);
    }
    return new AccessToken(
        userId,
        Instant.ofEpochSecond((long) Double.parseDouble(authTime)),
        session,
        array(claims.getOrDefault("cognito:groups", "")));
  }

  static Set<String> array(String claim) {
    String inner =
        claim.startsWith("[") && claim.endsWith("]")
            ? claim.substring(1, claim.length() - 1)
            : claim;
    return Arrays.stream(inner.trim().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
