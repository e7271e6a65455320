package org.permitportal.members;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.licenses.RetiredLicenses;
import org.permitportal.platform.Table;

/**
 * Finishes the closing of an account: removes its members, and stops verification and reminders of
 * its licenses.
 */
@Singleton
class ClosedAccount {
  private final MembershipStore memberships;
  private final RetiredLicenses licenses;
  private final MemberRemoval memberRemoval;
  private final PendingCleanup pendingCleanup;

  ClosedAccount(
      MembershipStore memberships,
      RetiredLicenses licenses,
      MemberRemoval memberRemoval,
      PendingCleanup pendingCleanup) {
    this.memberships = memberships;
    this.licenses = licenses;
    this.memberRemoval = memberRemoval;
    this.pendingCleanup = pendingCleanup;
  }

  /**
   * Stops the work on the account's licenses and removes its members, which voids the invitations
   * that they sent. Can be repeated.
   *
   * @param last the user id of the member who is removed last, because only a member can repeat a
   *     call that stopped early
   */
  void empty(String accountId, String last) {
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
