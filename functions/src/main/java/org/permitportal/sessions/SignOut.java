package org.permitportal.sessions;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Table;
import org.permitportal.users.UserPool;

/** How people end their sessions wherever they are. */
@Singleton
public class SignOut {
  private final MembershipStore memberships;
  private final UserPool pool;
  private final Clock clock;

  SignOut(MembershipStore memberships, UserPool pool, Clock clock) {
    this.memberships = memberships;
    this.pool = pool;
    this.clock = clock;
  }

  /** Ends every session of the user at once, here and at the pool. */
  public void endAll(Applicant applicant) {
    Table.run(memberships.endSessions(applicant.userId(), clock.instant(), null));
    pool.signOut(applicant.userId());
  }

  /**
   * Ends every session but the one that asks. The pool can end all or one by its refresh token,
   * which we don't keep: so the others end here, where each request and each refresh asks.
   */
  public void endOthers(Applicant applicant) {
    Table.run(memberships.endSessions(applicant.userId(), clock.instant(), applicant.session()));
  }
}
