package org.permitportal.permits;

import java.time.Instant;
import java.time.ZoneOffset;
import org.permitportal.platform.Item;

/**
 * An account that is linked to a permit.
 *
 * @param name the account's name when it was linked
 * @param role the key of one of the city's roles
 */
public record Party(String accountId, String name, String role, Instant since) {
  private static final String PREFIX = "PARTY#";

  /** The last millisecond of the year 9999, later than any date in the data. */
  private static final long END_OF_TIME = 253_402_300_799_999L;

  /** Returns the sort key of an account's party. */
  public static String sort(String accountId) {
    return PREFIX + accountId;
  }

  /** Returns whether an item is a party. */
  public static boolean isOne(Item item) {
    return item.sk().startsWith(PREFIX);
  }

  /** Returns the index key of an account's dashboard. */
  public static String dashboard(String accountId) {
    return "ACCOUNT#" + accountId;
  }

  /** Returns the party's item, which includes the permit's summary for the dashboard. */
  Item item(PermitSummary permit) {
    return permit
        .write(Item.of(PermitFacts.key(permit.id()), sort(accountId)))
        .with("accountId", accountId)
        .with("accountName", name)
        .with("role", role)
        .with("since", since)
        .with("party", dashboard(accountId))
        .with("partySort", order(permit));
  }

  /** Reads the item of a party. */
  public static Party from(Item item) {
    return new Party(
        item.text("accountId"), item.text("accountName"), item.text("role"), item.instant("since"));
  }

  /**
   * Returns the sort key for the dashboard: first permits the account has to act on (A), then its
   * link requests (B), then the other permits (C).
   */
  private static String order(PermitSummary permit) {
    Instant day = permit.dates().latest().atStartOfDay(ZoneOffset.UTC).toInstant();
    return latestFirst(permit.nextMove() == NextMove.APPLICANT ? "A#" : "C#", day)
        + "#"
        + permit.id();
  }

  /** Returns the sort key of a link request on the dashboard. */
  public static String requested(Instant at) {
    return latestFirst("B#", at);
  }

  private static String latestFirst(String part, Instant at) {
    return part + "%015d".formatted(END_OF_TIME - at.toEpochMilli());
  }
}
