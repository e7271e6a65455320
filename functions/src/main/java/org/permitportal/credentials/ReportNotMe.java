package org.permitportal.credentials;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Transaction;
import org.permitportal.users.Password;
import org.permitportal.users.UserPool;

/**
 * Handles the "this wasn't me" link of a mail. All sessions of the user end, and all recoveries are
 * voided. If the mail was about a change, the password is voided too, because somebody else knows
 * it. Staff and the user are notified. The link ends last, so that the user can repeat a report
 * that stopped early.
 */
@Singleton
public class ReportNotMe {
  private final NotMeLinks links;
  private final MembershipStore memberships;
  private final UserPool pool;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  ReportNotMe(
      NotMeLinks links,
      MembershipStore memberships,
      UserPool pool,
      Outbox outbox,
      Ids ids,
      Clock clock) {
    this.links = links;
    this.memberships = memberships;
    this.pool = pool;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Ends all sessions and recoveries of the link's user.
   *
   * @param code the link's code
   * @return whether the password was voided too; the user must then set a new one by a recovery
   * @throws Problem 410 when the link was used or has expired
   */
  public boolean report(String code) {
    NotMeLinks.Open link = links.find(code).orElseThrow(ReportNotMe::ended);
    String userId = link.userId();
    boolean voided = link.about() == NotMeLinks.About.CHANGE;
    Optional<Member> holder =
        memberships
            .takeBack(userId, clock.instant())
            .filter(member -> member.status() != Member.Status.REMOVED);
    if (voided && holder.isPresent()) {
      pool.change(userId, null, Password.ofNobody(ids));
    }
    pool.signOut(userId);
    Transaction told = new Transaction().with(link.end());
    holder.ifPresent(
        member -> {
          // End the sessions once more: somebody may have signed in with the old password in
          // between.
          told.with(memberships.takingBack(userId, clock.instant()));
          told.with(outbox.write(toStaff(member)));
          told.with(outbox.write(toHolder(member)));
        });
    if (!told.run().isEmpty()) {
      throw ended();
    }
    return voided;
  }

  private static Notice toStaff(Member member) {
    return new Notice(
        Mail.NOT_ME_STAFF, "city", Map.of("name", member.accountName(), "person", member.name()));
  }

  private static Notice toHolder(Member member) {
    return new Notice(Mail.NOT_ME_RECEIVED, member.userId(), Map.of("name", member.accountName()));
  }

  private static Problem ended() {
    return Problem.of(RecoveryProblem.LINK_ENDED);
  }
}
