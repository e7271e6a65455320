package org.permitportal.sessions;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Problem;

/**
 * The one origin whose pages may use the refresh cookie. {@code SameSite=Strict} keeps other sites
 * from sending it; this keeps other hosts of the same site from it.
 */
@Singleton
public class PortalOrigin {
  private final String origin;

  public PortalOrigin(@Value("${portal.url}") String origin) {
    this.origin = origin;
  }

  /** Refuses (403) what a page of another origin sent, or no page at all. */
  public void require(@Nullable String header) {
    if (!origin.equals(header)) {
      throw Problem.of(SessionProblem.WRONG_ORIGIN);
    }
  }
}
