package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.permitportal.platform.Caller.Applicant;

/**
 * Limits how often one caller may use operations that cost the city money or work. Applicants are
 * counted by account, all other callers by network. The limits are wide enough for an office behind
 * one address.
 */
@Singleton
public class CallerLimits {
  private final RateLimiter rateLimiter;

  public CallerLimits(RateLimiter rateLimiter) {
    this.rateLimiter = rateLimiter;
  }

  /** The uses that are limited, each with its limit and time window. */
  public enum Purpose {
    /** Registrations that were started. */
    REGISTRATIONS(60, Duration.ofHours(1)),
    /** Company names that were checked. Pages check a name while a person types it. */
    NAME_CHECKS(1000, Duration.ofHours(1)),
    /** Saves of the wizard's step 1. Each save may reserve a company name. */
    NAMES(120, Duration.ofHours(1)),
    /** Mails to an address that the caller entered. */
    MAILS(60, Duration.ofHours(1)),
    /** Invitations to colleagues. The city sends a mail for each one. */
    INVITATIONS(20, Duration.ofDays(1)),
    /** Uploads that were requested. */
    UPLOADS(500, Duration.ofHours(1)),
    /** Requests to be linked to a permit. Staff must decide each request. */
    LINK_REQUESTS(50, Duration.ofDays(1));

    private final int most;
    private final Duration window;

    Purpose(int most, Duration window) {
      this.most = most;
      this.window = window;
    }

    /** Returns the largest number of uses in one window. */
    public int most() {
      return most;
    }
  }

  /**
   * Counts one use. An allowed use takes one database call.
   *
   * @throws Problem 429 when the limit was already reached; it says how long to wait
   */
  public void count(Purpose purpose, Caller caller) {
    String who =
        caller instanceof Applicant applicant
            ? "account#" + applicant.accountId()
            : "network#" + CallerNetwork.of(caller.origin().address());
    rateLimiter.count("limit#" + purpose + "#" + who, purpose.most, purpose.window);
  }
}
