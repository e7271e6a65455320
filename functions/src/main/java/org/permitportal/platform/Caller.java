package org.permitportal.platform;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The caller of an operation. The pipeline determines the caller before a handler runs; a handler
 * never does.
 */
public sealed interface Caller {
  /** The request's IP address and language. */
  Origin origin();

  /** The name of this kind of caller, as in the contract's {@code x-portal-caller}. */
  String kind();

  /** An anonymous caller: the operation asks for no token and reads none. */
  record Anyone(Origin origin) implements Caller {
    @Override
    public String kind() {
      return "anyone";
    }
  }

  /**
   * A person who is setting up an account. The request carried the token of the draft registration.
   */
  record Registrant(Origin origin, String draftId) implements Caller {
    @Override
    public String kind() {
      return "draft";
    }
  }

  /**
   * A signed-in user who acts for an account. The pipeline makes this record only after it has read
   * the user's membership. So a suspension, a removal or a sign-out everywhere takes effect at
   * once.
   *
   * @param email the address that the user signs in with
   * @param session the id of the user's session, from the token's claim {@code origin_jti}
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
    /** May do everything, including managing the account's members. */
    OWNER,
    /** May do the account's business, but not manage its members. */
    MEMBER,
    /** May view everything and change nothing. */
    READ_ONLY
  }

  /** The roles of staff. Each is a group in the staff user pool, with its name in lower case. */
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
   * @param language the language for the answer, one of the city's languages
   */
  record Origin(String address, String language) {}
}
