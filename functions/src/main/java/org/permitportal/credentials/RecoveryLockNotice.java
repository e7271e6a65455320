package org.permitportal.credentials;

import jakarta.inject.Singleton;
import java.util.Map;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Transaction;
import org.permitportal.users.UserAttempts;
import org.permitportal.users.UserAttempts.Of;

/**
 * Notifies a user, once for each lock, that somebody gives wrong answers to their secret question.
 * The notice goes through the outbox. So a request for an unknown name takes the same steps, and
 * its notice finds no address. The notice holds its link in plain text; all that the link can do is
 * end sessions and recoveries.
 */
@Singleton
class RecoveryLockNotice {
  private final NotMeLinks links;
  private final UserAttempts userAttempts;
  private final Outbox outbox;

  RecoveryLockNotice(NotMeLinks links, UserAttempts userAttempts, Outbox outbox) {
    this.links = links;
    this.userAttempts = userAttempts;
    this.outbox = outbox;
  }

  /**
   * Writes the notice; one transaction. Does nothing when the user was already notified of this
   * lock.
   */
  void tell(String userId) {
    NotMeLinks.Link link = links.issue(userId, NotMeLinks.About.GUESSES);
    Notice notice =
        new Notice(
            Mail.RECOVERY_LOCKED,
            userId,
            Map.of(
                "portal",
                link.address(),
                "minutes",
                Long.toString(Of.ANSWER.window().toMinutes())));
    // Refused only when another request has notified the user in the meantime.
    new Transaction()
        .with(userAttempts.telling(Of.ANSWER, userId))
        .with(link.write())
        .with(outbox.write(notice))
        .run();
  }
}
