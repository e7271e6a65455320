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
 * Marks of addresses that mail does not reach: {@code mailObstacle} on the membership, which every
 * request reads anyway. {@code emailProvenAt} beside it makes what was found out before have no
 * effect: SES tells late, twice and in any order.
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

  /** The membership's mark, or null. */
  static @Nullable MailObstacle of(Item membership) {
    String obstacle = membership.optionalText(OBSTACLE);
    return obstacle == null ? null : MailObstacle.valueOf(obstacle);
  }

  /** Adds to a write of a membership that its address was proved just now. */
  static Write proven(Write membership, Instant now) {
    return membership.remove(OBSTACLE).set(PROVEN, now);
  }

  /** An address that is somebody's old one has no effect: the membership has another. */
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

  /** A complaint outlasts a bounce: what SES then keeps back comes back as well. */
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
