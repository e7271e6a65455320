package org.permitportal.platform;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who calls: decided by the pipeline before a handler runs, never by the handler. */
public sealed interface Caller {
  /** The address and language that the request came with. */
  Origin origin();

  /** The word that {@code x-portal-caller} has for this kind of caller. */
  String kind();

  /** Nobody in particular: no token was asked for, and none was looked at. */
  record Anyone(Origin origin) implements Caller {
    @Override
    public String kind() {
      return "anyone";
    }
  }

  /** Somebody who is setting up an account and showed the draft's token. */
  record Registrant(Origin origin, String draftId) implements Caller {
    @Override
    public String kind() {
      return "draft";
    }
  }

  /**
   * A signed-in user acting for an account. Exists only after the membership was read, so a
   * suspension, a removal or a sign-out everywhere holds at once.
   *
   * @param email the address that the user signs in with
   * @param session the token's {@code origin_jti}
   * @param mailObstacle why mail does not reach the user's address, or null
   */
  record Applicant(
      Origin origin,
      String userId,
      String accountId,
      MemberRole role,
      String email,
      String session,
      @Nullable MailObstacle mailObstacle)
      implements Caller {
    @Override
    public String kind() {
      return "applicant";
    }
  }

  /** A signed-in member of the city's staff. */
  record StaffMember(Origin origin, String userId, Set<StaffRole> roles) implements Caller {
    @Override
    public String kind() {
      return "staff";
    }
  }

  /** What a member of an account may do. */
  enum MemberRole {
    /** All, and who belongs to the account. */
    OWNER,
    /** The account's business. */
    MEMBER,
    /** May look at all of it and change nothing. */
    READ_ONLY
  }

  /** The staff pool's groups; the names in the pool are the same in lower case. */
  enum StaffRole {
    CLERK,
    REVIEWER,
    INSPECTOR,
    ADMIN
  }

  /**
   * Where a request came from.
   *
   * @param address the caller's IP address
   * @param language the language to answer in, one of the city's
   */
  record Origin(String address, String language) {}
}
