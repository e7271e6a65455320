package org.permitportal.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.MailObstacle;

/**
 * A user's place in an account: one for each user.
 *
 * @param email proven, as it is written to
 * @param language one of the city's
 * @param sessionsValidFrom sessions that began before are ended; whole seconds, as tokens tell them
 * @param exemptSession the one session ({@code origin_jti}) that is not ended by it, or null
 * @param mailObstacle why mail does not reach the address, or null
 */
public record Member(
    String userId,
    String accountId,
    String accountName,
    MemberRole role,
    Status status,
    String name,
    String email,
    String language,
    Instant sessionsValidFrom,
    @Nullable String exemptSession,
    @Nullable MailObstacle mailObstacle) {
  /** Whether the user may act for the account. */
  public enum Status {
    ACTIVE,
    SUSPENDED,
    REMOVED
  }

  /** The owner of a new account, whose sessions are valid from the beginning. */
  public static Member owner(
      String userId,
      String accountId,
      String accountName,
      String name,
      String email,
      String language) {
    return new Member(
        userId,
        accountId,
        accountName,
        MemberRole.OWNER,
        Status.ACTIVE,
        name,
        email,
        language,
        Instant.EPOCH,
        null,
        null);
  }

  /** Whether a session may go on that began then. */
  public boolean allows(Instant authTime, String session) {
    return status == Status.ACTIVE
        && (!authTime.isBefore(sessionsValidFrom) || session.equals(exemptSession));
  }
}
