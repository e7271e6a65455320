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
 * Notifies a user that somebody gave too many wrong answers to the user's secret question. Each
 * lock causes one notice. The notice goes through the outbox, so a request for an unknown name
 * takes the same steps; the outbox then finds no address for its notice. The notice stores its link
 * in plain text. This is acceptable, because the link can only end sessions and recoveries.
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
    // The transaction fails only when another request has notified the user in the meantime.
    new Transaction()
        .with(userAttempts.telling(Of.ANSWER, userId))
        .with(link.write())
        .with(outbox.write(notice))
        .run();
  }
}
