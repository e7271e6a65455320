package org.permitportal.credentials;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.permitportal.accounts.EmailChanges;
import org.permitportal.accounts.EmailChanges.Change;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;
import org.permitportal.users.BackupCodes;
import org.permitportal.users.OneTimeLinks;
import org.permitportal.users.Password;
import org.permitportal.users.UserPool;

/** Undoes a change of a user's e-mail address, by the link that was mailed to the old address. */
@Singleton
public class UndoEmailChange {
  private final EmailChanges changes;
  private final MembershipStore memberships;
  private final OneTimeLinks links;
  private final Outbox outbox;
  private final UserPool pool;
  private final BackupCodes recoveryCodes;
  private final Ids ids;
  private final Clock clock;
  private final String portalUrl;

  UndoEmailChange(
      EmailChanges changes,
      MembershipStore memberships,
      OneTimeLinks links,
      Outbox outbox,
      UserPool pool,
      BackupCodes recoveryCodes,
      Ids ids,
      Clock clock,
      @Value("${portal.url}") String portalUrl) {
    this.changes = changes;
    this.memberships = memberships;
    this.links = links;
    this.outbox = outbox;
    this.pool = pool;
    this.recoveryCodes = recoveryCodes;
    this.ids = ids;
    this.clock = clock;
    this.portalUrl = portalUrl;
  }

  /**
   * Undoes a change. This also ends all sessions, open codes and recoveries of the user. It voids
   * the password, because the person who changed the address knew the password. The link ends last,
   * so that the user can repeat an undo that stopped early.
   *
   * @param code the code of the link that was mailed to the old address
   * @throws Problem 410 when the link was used or has expired, or when there is nothing to undo
   */
  public void undo(String code) {
    OneTimeLinks.Open link =
        links
            .find(changes.table(), ConfirmEmailChange.UNDO, code)
            .orElseThrow(UndoEmailChange::ended);
    String userId = link.values().getOrDefault("userId", "");
    Member member =
        memberships
            .find(userId)
            .filter(found -> found.status() != Member.Status.REMOVED)
            .orElseThrow(UndoEmailChange::ended);
    changes
        .open(userId)
        .filter(change -> change.until().equals(link.expiresAt()))
        .ifPresent(change -> takeBack(member, change));
    Transaction settled = new Transaction().with(link.end());
    pool.change(userId, null, Password.ofNobody(ids));
    if (enrolledAfter(userId, link.expiresAt().minus(EmailChanges.UNDO))) {
      pool.secondFactor(userId, false);
      settled.with(recoveryCodes.forgetting(userId));
    }
    pool.signOut(userId);
    // End the sessions once more: somebody may have signed in with the old password in between.
    settled.with(memberships.takingBack(userId, clock.instant()));
    if (!settled.run().isEmpty()) {
      throw ended();
    }
  }

  /**
   * Restores the old address. This happens before the password is voided, so that codes for a new
   * password go to the old address.
   */
  private void takeBack(Member member, Change change) {
    List<Write> refused =
        new Transaction()
            .with(changes.undo(member, change))
            .with(
                outbox.write(
                    new Notice(
                        Mail.EMAIL_CHANGE_UNDONE,
                        member.userId(),
                        Map.of("name", member.accountName(), "portal", portalUrl))))
            .run();
    if (!refused.isEmpty()) {
      throw ended();
    }
  }

  /**
   * Returns whether the authenticator app was enrolled after the address was changed. Such an app
   * belongs to the person who changed the address.
   */
  private boolean enrolledAfter(String userId, Instant changed) {
    return recoveryCodes.since(userId).filter(since -> since.isAfter(changed)).isPresent();
  }

  private static Problem ended() {
    return Problem.of(ProfileProblem.UNDO_ENDED);
  }
}
