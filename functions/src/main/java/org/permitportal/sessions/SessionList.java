package org.permitportal.sessions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.Caller.Applicant;

/** Lists a user's open sessions. */
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
   * @param device the name that the person gave the device, or null
   * @param since the day on which the session began, in ISO 8601 and in the city's time zone
   * @param current whether the caller's request belongs to this session
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
