package org.permitportal.platform;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The caller of an operation. The pipeline determines the caller before the handler runs. */
public sealed interface Caller {
  /** The request's IP address and language. */
  Origin origin();

  /** The name of this kind of caller, as in the contract's {@code x-portal-caller}. */
  String kind();

  /** An anonymous caller. The operation needs no token and reads none. */
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
   * @param mailObstacle the reason why the user's address gets no notices, or null
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

  /**
   * A signed-in member of the city's staff.
   *
   * @param userId the user's name in the staff user pool
   */
  record StaffMember(Origin origin, String userId, Set<StaffRole> roles) implements Caller {
    @Override
    public String kind() {
      return "staff";
    }
  }

  /** The roles of an account's members. */
  enum MemberRole {
    /** May do everything, including managing the members and closing the account. */
    OWNER,
    /** May use the account, but not manage its members, export it or close it. */
    MEMBER,
    /** May view the account's data and change only their own login. */
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
