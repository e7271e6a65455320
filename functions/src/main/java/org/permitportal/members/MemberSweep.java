package org.permitportal.members;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.Member.Status;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.Each;
import org.permitportal.platform.Table;
import org.permitportal.users.UserPool;

/** Finishes what acceptances, removals and closings left when they broke off. */
@Singleton
public class MemberSweep {
  private final LooseEnds looseEnds;
  private final MembershipStore memberships;
  private final ClosedAccount closed;
  private final Departure departure;
  private final UserPool pool;
  private final Clock clock;

  MemberSweep(
      LooseEnds looseEnds,
      MembershipStore memberships,
      ClosedAccount closed,
      Departure departure,
      UserPool pool,
      Clock clock) {
    this.looseEnds = looseEnds;
    this.memberships = memberships;
    this.closed = closed;
    this.departure = departure;
    this.pool = pool;
    this.clock = clock;
  }

  /** One run; how many it looked after. */
  public int run() {
    return Each.of(looseEnds.due(clock.instant()), this::tie);
  }

  private boolean tie(LooseEnds.End end) {
    switch (end.kind()) {
      case USER -> user(end.id());
      case ACCOUNT -> closed.settle(end.id());
    }
    return true;
  }

  private void user(String userId) {
    Optional<Member> member = memberships.find(userId);
    if (member.filter(one -> one.status() == Status.REMOVED).isPresent()) {
      departure.finish(member.get());
      return;
    }
    if (member.isEmpty()) {
      pool.delete(userId);
    }
    Table.run(looseEnds.done(LooseEnds.Kind.USER, userId));
  }
}
