package org.permitportal.platform;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Caller.MemberRole;

/** Finds memberships for the pipeline. A membership lets a user act for an account. */
public interface Memberships {
  /**
   * Finds the membership of a token's user. The membership and its account must be active, and the
   * token's session must not have been ended.
   *
   * @param userId the user's id, which is the user's name in the user pool
   * @param authTime the time of the sign-in, from the token's claim {@code auth_time}
   * @param session the session's id, from the token's claim {@code origin_jti}
   * @return the membership, or empty when the token is no longer valid for the portal
   */
  Optional<Membership> current(String userId, Instant authTime, String session);

  /**
   * A user's membership in an account.
   *
   * @param email the address that the user signs in with
   * @param mailObstacle the reason why the user's address gets no notices, or null
   */
  record Membership(
      String accountId, MemberRole role, String email, @Nullable MailObstacle mailObstacle) {}
}
