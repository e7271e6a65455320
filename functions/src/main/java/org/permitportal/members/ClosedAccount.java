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
 * What follows when an account was closed: nobody is invited to it or belongs to it any more, and
 * its licenses wait for nothing.
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
   * Lets its members go; can be repeated.
   *
   * @param last the user who goes last, because only a member can ask for a repetition
   */
  void empty(String accountId, String last) {
    invitations.open(accountId, clock.instant()).forEach(invitations::withdraw);
    licenses.retire(accountId);
    List<Member> members =
        memberships.members(accountId).stream()
            .sorted(Comparator.comparing((Member member) -> member.userId().equals(last)))
            .toList();
    for (Member member : members) {
      // Refused: somebody else has just done the same.
      memberRemoval.with(new GuardedTransaction(), member, MemberRemoval.Why.CLOSED).run();
      memberRemoval.finish(member);
    }
  }

  /** The same for the sweep, after which nothing is left to do. */
  void settle(String accountId) {
    empty(accountId, "");
    Table.run(pendingCleanup.done(PendingCleanup.Kind.ACCOUNT, accountId));
  }
}
