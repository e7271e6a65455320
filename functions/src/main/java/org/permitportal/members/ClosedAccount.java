package org.permitportal.members;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.licenses.RetiredLicenses;
import org.permitportal.platform.Table;

/**
 * Finishes the closing of an account: withdraws its invitations, removes its members, and stops
 * verification and reminders of its licenses.
 */
@Singleton
class ClosedAccount {
  private final MembershipStore memberships;
  private final InvitationStore invitations;
  private final RetiredLicenses licenses;
  private final MemberRemoval memberRemoval;
  private final PendingCleanup pendingCleanup;
  private final Clock clock;

  ClosedAccount(
      MembershipStore memberships,
      InvitationStore invitations,
      RetiredLicenses licenses,
      MemberRemoval memberRemoval,
      PendingCleanup pendingCleanup,
      Clock clock) {
    this.memberships = memberships;
    this.invitations = invitations;
    this.licenses = licenses;
    this.memberRemoval = memberRemoval;
    this.pendingCleanup = pendingCleanup;
    this.clock = clock;
  }

  /**
   * Withdraws the account's invitations, stops the work on its licenses, and removes its members.
   * Can be repeated.
   *
   * @param last the user id of the member who is removed last, because only a member can repeat a
   *     call that stopped early
   */
  void empty(String accountId, String last) {
    invitations.open(accountId, clock.instant()).forEach(invitations::withdraw);
    licenses.retire(accountId);
    List<Member> members =
        memberships.members(accountId).stream()
            .sorted(Comparator.comparing((Member member) -> member.userId().equals(last)))
            .toList();
    for (Member member : members) {
      // A refusal means that another request has just removed the member.
      memberRemoval.with(new GuardedTransaction(), member, MemberRemoval.Why.CLOSED).run();
      memberRemoval.finish(member);
    }
  }

  /** Finishes a closing that stopped early, and deletes the note about it. */
  void settle(String accountId) {
    empty(accountId, "");
    Table.run(pendingCleanup.done(PendingCleanup.Kind.ACCOUNT, accountId));
  }
}
