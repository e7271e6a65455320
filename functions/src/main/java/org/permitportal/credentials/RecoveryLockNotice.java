package org.permitportal.credentials;

import jakarta.inject.Singleton;
import java.util.Map;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Transaction;
import org.permitportal.users.UserAttempts;
import org.permitportal.users.UserAttempts.Of;

/**
 * Tells a holder, once a lock, that somebody answers their secret question wrongly. It goes through
 * the outbox, so that a request for a name that nobody has does the same: its notice finds no
 * address. The link in it waits there in plain text until it is sent; it can only shut doors.
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

  /** One transaction; nothing when it was told already. */
  void tell(String userId, String language) {
    NotMeLinks.Link link = links.issue(userId, NotMeLinks.About.GUESSES);
    Notice notice =
        new Notice(
            "recovery-locked",
            Notice.To.USER,
            userId,
            language,
            Map.of(
                "portal",
                link.address(),
                "minutes",
                Long.toString(Of.ANSWER.window().toMinutes())));
    // Refused only when it was told meanwhile.
    new Transaction()
        .with(userAttempts.telling(Of.ANSWER, userId))
        .with(link.write())
        .with(outbox.write(notice))
        .run();
  }
}
