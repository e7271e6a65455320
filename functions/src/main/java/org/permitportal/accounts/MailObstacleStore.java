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
 * Marks addresses that mail does not reach, in {@code mailObstacle} on the membership, which every
 * request reads anyway. SES may report late, twice and in any order. So {@code emailProvenAt} says
 * when an address was last proved, and what SES found out before then changes nothing.
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
   * Extends a write of a membership whose address was proved just now: removes the mark and records
   * the time.
   */
  static Write proven(Write membership, Instant now) {
    return membership.remove(OBSTACLE).set(PROVEN, now);
  }

  /** Does nothing for a user's former address, because the membership has another one. */
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
   * replace a complaint: after a complaint SES holds mail back and reports it as bounced.
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
