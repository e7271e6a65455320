package org.permitportal.credentials;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.permitportal.accounts.EmailChanges;
import org.permitportal.accounts.EmailChanges.Change;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;
import org.permitportal.users.OneTimeLinks;
import org.permitportal.users.UserPool;

/** How the old address takes a change back. */
@Singleton
public class EmailUndo {
  private final EmailChanges changes;
  private final MembershipStore memberships;
  private final OneTimeLinks links;
  private final Outbox outbox;
  private final UserPool pool;
  private final String portalUrl;

  EmailUndo(
      EmailChanges changes,
      MembershipStore memberships,
      OneTimeLinks links,
      Outbox outbox,
      UserPool pool,
      @Value("${portal.url}") String portalUrl) {
    this.changes = changes;
    this.memberships = memberships;
    this.links = links;
    this.outbox = outbox;
    this.pool = pool;
    this.portalUrl = portalUrl;
  }

  /**
   * Undoes a change, for whoever has the code of the link that the old address got; ends every
   * session of the user and every open code.
   *
   * @throws Problem 410 when there is nothing to undo (any more)
   */
  public void undo(String code) {
    OneTimeLinks.Open link =
        links.find(changes.table(), EmailMove.UNDO, code).orElseThrow(EmailUndo::ended);
    String userId = link.values().getOrDefault("userId", "");
    Change change = changes.open(userId).orElseThrow(EmailUndo::ended);
    Member member = memberships.find(userId).orElseThrow(EmailUndo::ended);
    // First, so that a repeat after a failure ends them too; the link is still good then.
    pool.signOut(userId);
    List<Write> refused =
        new Transaction()
            .with(link.end())
            .with(changes.undo(member, change))
            .with(
                outbox.write(
                    new Notice(
                        "email-change-undone",
                        Notice.To.USER,
                        userId,
                        member.language(),
                        Map.of("name", member.accountName(), "portal", portalUrl))))
            .run();
    if (!refused.isEmpty()) {
      throw ended();
    }
  }

  private static Problem ended() {
    return Problem.of(ProfileProblem.UNDO_ENDED);
  }
}
