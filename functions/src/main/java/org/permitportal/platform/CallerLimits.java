package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.permitportal.platform.Caller.Applicant;

/**
 * Limits how often one caller may use operations that cost the city something. Signed-in callers
 * are counted by account, all others by network. The limits are wide enough for an office behind
 * one address.
 */
@Singleton
public class CallerLimits {
  private final RateLimiter rateLimiter;

  public CallerLimits(RateLimiter rateLimiter) {
    this.rateLimiter = rateLimiter;
  }

  /** What is limited, with its limit and time window. */
  public enum Purpose {
    /** Registrations started. */
    REGISTRATIONS(60, Duration.ofHours(1)),
    /** Names checked; pages do so while people type. */
    NAME_CHECKS(1000, Duration.ofHours(1)),
    /** Saves of step 1, each of which may hold a name. */
    NAMES(120, Duration.ofHours(1)),
    /** Mails to an address that the caller named. */
    MAILS(60, Duration.ofHours(1)),
    /** Invitations to colleagues, each of which the city mails. */
    INVITATIONS(20, Duration.ofDays(1)),
    /** Uploads requested. */
    UPLOADS(500, Duration.ofHours(1)),
    /** Requests to be linked to a permit, each of which is work for staff. */
    LINK_REQUESTS(50, Duration.ofDays(1));

    private final int most;
    private final Duration window;

    Purpose(int most, Duration window) {
      this.most = most;
      this.window = window;
    }

    /** The limit within one window. */
    public int most() {
      return most;
    }
  }

  /**
   * Counts one use. Takes one database call when the use is allowed.
   *
   * @throws Problem 429 when the limit was already reached, saying when the window ends
   */
  public void count(Purpose purpose, Caller caller) {
    String who =
        caller instanceof Applicant applicant
            ? "account#" + applicant.accountId()
            : "network#" + CallerNetwork.of(caller.origin().address());
    rateLimiter.count("limit#" + purpose + "#" + who, purpose.most, purpose.window);
  }
}
