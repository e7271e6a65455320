package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.permitportal.platform.Caller.Applicant;

/**
 * How much one caller may do of what costs the city something: counted by account for who is signed
 * in, by network for everybody else. Wide enough for an office behind one address.
 */
@Singleton
public class CallerLimits {
  private final RateLimiter rateLimiter;

  public CallerLimits(RateLimiter rateLimiter) {
    this.rateLimiter = rateLimiter;
  }

  /** What is limited, and how much of it in which time. */
  public enum Purpose {
    /** Registrations begun. */
    REGISTRATIONS(60, Duration.ofHours(1)),
    /** Names looked up; pages do so while people type. */
    NAME_CHECKS(1000, Duration.ofHours(1)),
    /** Saves of step 1, each of which may hold a name. */
    NAMES(120, Duration.ofHours(1)),
    /** Mails to an address that the caller named. */
    MAILS(60, Duration.ofHours(1)),
    /** Colleagues invited, each by a mail of the city's. */
    INVITATIONS(20, Duration.ofDays(1)),
    /** Uploads asked for. */
    UPLOADS(500, Duration.ofHours(1)),
    /** Requests to be linked to a permit, each of which is work for staff. */
    LINK_REQUESTS(50, Duration.ofDays(1));

    private final int most;
    private final Duration window;

    Purpose(int most, Duration window) {
      this.most = most;
      this.window = window;
    }

    /** How many of them in one window. */
    public int most() {
      return most;
    }
  }

  /**
   * Counts one; one call.
   *
   * @throws Problem 429 when there were as many already, saying when the window ends
   */
  public void count(Purpose purpose, Caller caller) {
    String who =
        caller instanceof Applicant applicant
            ? "account#" + applicant.accountId()
            : "network#" + CallerNetwork.of(caller.origin().address());
    rateLimiter.count("limit#" + purpose + "#" + who, purpose.most, purpose.window);
  }
}
