package org.permitportal.local.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the contract.
 *
 * @param method the HTTP method, in capital letters
 * @param path the path, with parameters such as {@code {permitId}}
 * @param caller the kind of caller, from {@code x-portal-caller}; empty when the contract names
 *     none
 * @param security the required token, or null for a route that needs no token
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
   * The rules of API Gateway's JWT authorizer for a token.
   *
   * @param scheme the name of the security scheme in the contract
   * @param issuer the issuer in the local run
   * @param audience the app clients whose tokens are accepted
   * @param scopes the scopes of which the token needs one; a token needs none when the list is
   *     empty
   */
  public record Security(
      String scheme, String issuer, List<String> audience, List<String> scopes) {}
}
