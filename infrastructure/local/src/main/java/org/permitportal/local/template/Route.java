package org.permitportal.local.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the contract.
 *
 * @param method in capitals
 * @param path with {@code {parameters}}
 * @param caller {@code x-portal-caller}, empty where there is none
 * @param security null for a route that anyone may call
 * @param function the logical id of the function behind it
 */
public record Route(
    String method,
    String path,
    String operationId,
    String caller,
    @Nullable Security security,
    String function) {

  /**
   * What API Gateway's JWT authorizer asks of the token.
   *
   * @param issuer as the contract gives it
   * @param scopes one of them is needed; none asked when empty
   */
  public record Security(
      String scheme, String issuer, List<String> audience, List<String> scopes) {}
}
