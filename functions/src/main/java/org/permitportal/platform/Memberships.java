package org.permitportal.platform;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Caller.MemberRole;

/** Who may act for which account right now, as far as the pipeline must know it. */
public interface Memberships {
  /**
   * The membership that a token may use: active, of an active account, and of a session that was
   * not ended since.
   *
   * @param userId the pool's username
   * @param authTime when the person proved who they are (the token's {@code auth_time})
   * @param session the token's {@code origin_jti}
   */
  Optional<Membership> current(String userId, Instant authTime, String session);

  /**
   * A user's place in an account.
   *
   * @param email the address that the user signs in with
   * @param mailObstacle why mail does not reach the user's address, or null
   */
  record Membership(
      String accountId, MemberRole role, String email, @Nullable MailObstacle mailObstacle) {}
}
