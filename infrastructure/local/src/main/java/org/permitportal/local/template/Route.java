package org.permitportal.local.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the contract.
 *
 * @param method in capitals
 * @param path with {@code {parameters}}
 * @param caller {@code x-portal-caller}, or empty text when there is none
 * @param security null for a route that anyone may call
 * @param function the logical id of the function that the route calls
 */
public record Route(
    String method,
    String path,
    String operationId,
    String caller,
    @Nullable Security security,
    String function) {

  /**
   * What API Gateway's JWT authorizer requires of a token.
   *
   * @param issuer the issuer on this machine
   * @param scopes the scopes of which the token needs one; when empty, it needs none
   */
  public record Security(
      String scheme, String issuer, List<String> audience, List<String> scopes) {}
}
