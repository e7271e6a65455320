package org.permitportal.sessions;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Problem;

/**
 * The only origin whose pages may use the refresh cookie. {@code SameSite=Strict} keeps pages of
 * other sites from sending the cookie. This class refuses requests from pages of other hosts on the
 * same site.
 */
@Singleton
public class PortalOrigin {
  private final String origin;

  public PortalOrigin(@Value("${portal.url}") String origin) {
    this.origin = origin;
  }

  /**
   * Refuses (403) a request from a page of another origin, or from no page at all.
   *
   * @param header the request's {@code Origin} header
   */
  public void require(@Nullable String header) {
    if (!origin.equals(header)) {
      throw Problem.of(SessionProblem.WRONG_ORIGIN);
    }
  }
}
