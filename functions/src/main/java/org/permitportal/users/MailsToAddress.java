package org.permitportal.users;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RateLimiter;
import org.permitportal.platform.Secret;

/**
 * Limits how many mails with a code or a link one address can get. The mails of all callers and
 * purposes count together, so that nobody can use the portal to fill a mailbox. Addresses that
 * differ only in the tag before the @ count as one address, because they usually lead to the same
 * mailbox.
 */
@Singleton
public class MailsToAddress {
  private static final int MOST = 6;
  private static final Duration WINDOW = Duration.ofHours(1);
  private final RateLimiter rateLimiter;
  private final Secret secret;

  public MailsToAddress(RateLimiter rateLimiter, Secret secret) {
    this.rateLimiter = rateLimiter;
    this.secret = secret;
  }

  /**
   * Counts one mail to an address. Takes one database call when the mail is allowed.
   *
   * @throws Problem 429 when the address has reached the limit
   */
  public void count(Email email) {
    rateLimiter.count("code#to#" + secret.hmac("attempts", email.untagged()), MOST, WINDOW);
  }
}
