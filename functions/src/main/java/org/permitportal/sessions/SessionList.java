package org.permitportal.sessions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Table;
import org.permitportal.users.UserPool;

/** Where people are signed in, and how they end it. */
@Singleton
public class SessionList {
  private final SessionStore sessions;
  private final MembershipStore memberships;
  private final UserPool pool;
  private final Clock clock;

  SessionList(SessionStore sessions, MembershipStore memberships, UserPool pool, Clock clock) {
    this.sessions = sessions;
    this.memberships = memberships;
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * One session.
   *
   * @param device how the person calls the device
   * @param since the day it began, ISO 8601, in the city's zone
   * @param current whether it is the one that asks
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Entry(@Nullable String device, String since, Instant lastUsed, boolean current) {}

  /** The sessions that go on, the one last used first. */
  public List<Entry> of(Applicant applicant) {
    return sessions.open(memberships.of(applicant)).stream()
        .map(
            session ->
                new Entry(
                    session.device(),
                    session.day(),
                    session.lastRefresh(),
                    session.id().equals(applicant.session())))
        .toList();
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
