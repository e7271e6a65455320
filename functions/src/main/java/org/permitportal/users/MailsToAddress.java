package org.permitportal.users;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RateLimiter;
import org.permitportal.platform.Secret;

/**
 * Counts the mails with a code or a link that an address gets, whoever asks for them and for
 * whatever purpose: the portal must not be a way to fill somebody's mailbox. Tags before the @
 * usually lead to one mailbox, so they don't make another here.
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
   * Counts one; one call when it is allowed.
   *
   * @throws Problem 429 when the address had its share
   */
  public void count(Email email) {
    rateLimiter.count("code#to#" + secret.hmac("attempts", email.untagged()), MOST, WINDOW);
  }
}
