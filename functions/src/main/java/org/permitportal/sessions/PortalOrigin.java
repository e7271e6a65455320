package org.permitportal.sessions;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Problem;

/**
 * The one origin whose pages may use the refresh cookie. {@code SameSite=Strict} keeps other sites
 * from sending it; this class keeps other hosts of the same site from sending it.
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
