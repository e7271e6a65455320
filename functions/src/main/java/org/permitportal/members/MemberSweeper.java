package org.permitportal.members;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.Member.Status;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.IndependentTasks;
import org.permitportal.platform.Table;
import org.permitportal.users.UserPool;

/**
 * Finishes acceptances of invitations, removals of members and closings of accounts that stopped
 * early, and carries out claims of the company's name that take effect.
 */
@Singleton
public class MemberSweeper {
  private final PendingCleanup pendingCleanup;
  private final MembershipStore memberships;
  private final ClosedAccount closed;
  private final MemberRemoval memberRemoval;
  private final PrincipalClaims claims;
  private final UserPool pool;
  private final Clock clock;

  MemberSweeper(
      PendingCleanup pendingCleanup,
      MembershipStore memberships,
      ClosedAccount closed,
      MemberRemoval memberRemoval,
      PrincipalClaims claims,
      UserPool pool,
      Clock clock) {
    this.pendingCleanup = pendingCleanup;
    this.memberships = memberships;
    this.closed = closed;
    this.memberRemoval = memberRemoval;
    this.claims = claims;
    this.pool = pool;
    this.clock = clock;
  }

  /** Processes every due note of {@link PendingCleanup}, and returns how many it finished. */
  public int run() {
    return IndependentTasks.of(pendingCleanup.due(clock.instant()), this::tie);
  }

  private boolean tie(PendingCleanup.End end) {
    switch (end.kind()) {
      case USER -> user(end.id());
      case ACCOUNT -> closed.settle(end.id());
      case CLAIM -> claims.settle(end.id());
    }
    return true;
  }

  private void user(String userId) {
    Optional<Member> member = memberships.find(userId);
    if (member.filter(one -> one.status() == Status.REMOVED).isPresent()) {
      memberRemoval.finish(member.get());
      return;
    }
    if (member.isEmpty()) {
      pool.delete(userId);
    }
    Table.run(pendingCleanup.done(PendingCleanup.Kind.USER, userId));
  }
}
