package org.permitportal.platform;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Caller.MemberRole;

/** The memberships, as the pipeline uses them: who may act for which account right now. */
public interface Memberships {
  /**
   * Finds the membership that a token may use. The membership and its account are active, and the
   * token's session has not been ended.
   *
   * @param userId the pool's username
   * @param authTime when the person proved who they are (the token's {@code auth_time})
   * @param session the token's {@code origin_jti}
   * @return the membership, or empty when the token may not be used
   */
  Optional<Membership> current(String userId, Instant authTime, String session);

  /**
   * A user's membership in an account.
   *
   * @param email the address that the user signs in with
   * @param mailObstacle why mail does not reach the user's address, or null
   */
  record Membership(
      String accountId, MemberRole role, String email, @Nullable MailObstacle mailObstacle) {}
}
