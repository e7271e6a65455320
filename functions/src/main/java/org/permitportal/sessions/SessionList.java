package org.permitportal.sessions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.Caller.Applicant;

/** Lists where a user is signed in. */
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
   * @param device the person's name for the device
   * @param since the day it began, ISO 8601, in the city's time zone
   * @param current whether it is the caller's own session
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Entry(@Nullable String device, String since, Instant lastUsed, boolean current) {}

  /** Returns the user's open sessions, the last used first. */
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
