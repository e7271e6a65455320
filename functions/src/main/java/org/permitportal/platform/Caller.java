package org.permitportal.platform;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The caller of an operation. The pipeline determines the caller before a handler runs; a handler
 * never does.
 */
public sealed interface Caller {
  /** The address and language that the request came with. */
  Origin origin();

  /** The word for this kind of caller, as in the contract's {@code x-portal-caller}. */
  String kind();

  /** An anonymous caller: the operation asks for no token and reads none. */
  record Anyone(Origin origin) implements Caller {
    @Override
    public String kind() {
      return "anyone";
    }
  }

  /** A person who is setting up an account and sent the draft's token. */
  record Registrant(Origin origin, String draftId) implements Caller {
    @Override
    public String kind() {
      return "draft";
    }
  }

  /**
   * A signed-in user acting for an account. This record exists only after the membership was read,
   * so a suspension, a removal or a sign-out everywhere takes effect at once.
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
    /** May do everything, including managing the account's members. */
    OWNER,
    /** May do the account's business, but not manage its members. */
    MEMBER,
    /** May view everything and change nothing. */
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
