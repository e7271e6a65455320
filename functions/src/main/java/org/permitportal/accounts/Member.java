package org.permitportal.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.MailObstacle;
import org.permitportal.platform.Recipient;

/**
 * A user's membership in an account; each user has one.
 *
 * @param email the user's proved e-mail address, to which mails are sent
 * @param language the language of mails to the user; one of the city's languages
 * @param sessionsValidFrom sessions that began before this time are ended; it is in whole seconds,
 *     as in tokens
 * @param exemptSession the id ({@code origin_jti}) of the only session that continues although it
 *     began before {@code sessionsValidFrom}; or null
 * @param invitationsValidFrom invitations that the user sent until this time are void, because
 *     somebody else may have sent them
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
    Instant invitationsValidFrom,
    @Nullable MailObstacle mailObstacle) {
  /** Whether the user may act for the account. */
  public enum Status {
    ACTIVE,
    SUSPENDED,
    REMOVED
  }

  /** Returns the membership of a new account's owner. All sessions of the user are valid. */
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
        Instant.EPOCH,
        null);
  }

  /** Returns the user as a recipient of mail. */
  public Recipient recipient() {
    return new Recipient(email, language);
  }

  /** Returns whether an invitation that the member sent at {@code time} can be accepted. */
  public boolean invites(Instant time) {
    return status == Status.ACTIVE
        && role == MemberRole.OWNER
        && time.isAfter(invitationsValidFrom);
  }

  /** Returns whether a session that began at {@code authTime} may continue. */
  public boolean allows(Instant authTime, String session) {
    return status == Status.ACTIVE
        && (!authTime.isBefore(sessionsValidFrom) || session.equals(exemptSession));
  }
}
