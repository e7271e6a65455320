package org.permitportal.sessions;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Table;
import org.permitportal.users.UserPool;

/** Ends a user's sessions on all devices. */
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

  /** Ends every session of the user at once, in the portal and at the pool. */
  public void endAll(Applicant applicant) {
    Table.run(memberships.endSessions(applicant.userId(), clock.instant(), null));
    pool.signOut(applicant.userId());
  }

  /**
   * Ends every session of the user except the caller's. The pool can end all sessions, or one
   * session by its refresh token, but we don't keep refresh tokens. So the other sessions end only
   * in the portal, which checks each request and each refresh.
   */
  public void endOthers(Applicant applicant) {
    Table.run(memberships.endSessions(applicant.userId(), clock.instant(), applicant.session()));
  }
}
