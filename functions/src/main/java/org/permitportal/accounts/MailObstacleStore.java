package org.permitportal.accounts;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Item;
import org.permitportal.platform.MailObstacle;
import org.permitportal.platform.MailObstacles;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;
import org.permitportal.users.Email;

/**
 * Marks addresses that mail does not reach. The mark is the attribute {@code mailObstacle} of the
 * membership, which every request reads anyway. SES may report an obstacle late, twice and in any
 * order. So the attribute {@code emailProvenAt} has the time at which the user last proved the
 * address, and obstacles from before this time are ignored.
 */
@Singleton
class MailObstacleStore implements MailObstacles {
  private static final String OBSTACLE = "mailObstacle";
  private static final String PROVEN = "emailProvenAt";
  private final Table table;
  private final MembershipStore memberships;

  public MailObstacleStore(Tables tables, MembershipStore memberships) {
    this.table = tables.named("accounts");
    this.memberships = memberships;
  }

  /** Returns the membership's mark, or null. */
  static @Nullable MailObstacle of(Item membership) {
    String obstacle = membership.optionalText(OBSTACLE);
    return obstacle == null ? null : MailObstacle.valueOf(obstacle);
  }

  /**
   * Extends the write of a membership whose address was just proved. The write then also removes
   * the mark and records the time of the proof.
   */
  static Write proven(Write membership, Instant now) {
    return membership.remove(OBSTACLE).set(PROVEN, now);
  }

  /**
   * Marks an address. It does nothing for a user's former address, because the membership has a
   * newer one.
   */
  @Override
  public boolean mark(String address, MailObstacle obstacle, Instant foundOut) {
    return Email.find(address).map(email -> mark(email, obstacle, foundOut)).orElse(false);
  }

  private boolean mark(Email email, MailObstacle obstacle, Instant foundOut) {
    return table
        .get("EMAIL#" + email.value(), "EMAIL")
        .map(item -> marking(item.text("userId"), email, obstacle, foundOut))
        .filter(Table::run)
        .isPresent();
  }

  /**
   * Returns the write that marks an address. A complaint replaces a bounce, but a bounce does not
   * replace a complaint: after a complaint, SES sends no more mail to the address and reports each
   * mail as bounced.
   */
  private Write marking(String userId, Email email, MailObstacle obstacle, Instant foundOut) {
    Write marking =
        memberships
            .reached(userId, email.value())
            .when(
                "attribute_not_exists(#emailProvenAt) OR #emailProvenAt < :found",
                "found",
                foundOut)
            .set(OBSTACLE, obstacle);
    return obstacle == MailObstacle.COMPLAINED
        ? marking
        : marking.when("attribute_not_exists(#mailObstacle)");
  }
}
