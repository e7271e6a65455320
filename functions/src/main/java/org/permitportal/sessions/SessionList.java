package org.permitportal.sessions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.Caller.Applicant;

/** Where people are signed in. */
@Singleton
public class SessionList {
  private final SessionStore sessions;
  private final MembershipStore memberships;

  SessionList(SessionStore sessions, MembershipStore memberships) {
    this.sessions = sessions;
    this.memberships = memberships;
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
}
