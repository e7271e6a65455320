package org.permitportal.permits;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.permitportal.platform.Item;

/**
 * A role that an account has on a permit. An account with several roles is several parties.
 *
 * @param sort the key under which it is stored: {@code PARTY#account#role}, or {@code
 *     PARTY#account} until it is migrated
 * @param name the account's name when it was linked
 * @param role the key of one of the city's roles
 */
public record Party(String sort, String accountId, String name, String role, Instant since) {

  /** The last millisecond of the year 9999, later than any date in the data. */
  private static final long END_OF_TIME = 253_402_300_799_999L;

  /** Returns a new party. */
  public static Party of(String accountId, String name, String role, Instant since) {
    return new Party(sort(accountId, role), accountId, name, role, since);
  }

  /** Returns what the sort keys of all parties of an account begin with. */
  public static String prefix(String accountId) {
    return PermitSort.PARTY.start() + accountId;
  }

  /** Returns the sort key of an account's party. */
  public static String sort(String accountId, String role) {
    return prefix(accountId) + "#" + role;
  }

  /** Returns whether an item is a party. */
  public static boolean isOne(Item item) {
    return PermitSort.PARTY.has(item.sk());
  }

  /** Returns the index key of an account's dashboard. */
  public static String dashboard(String accountId) {
    return "ACCOUNT#" + accountId;
  }

  /**
   * Returns the items of parties with the permit's summary. The first item of each account has all
   * its roles and is the only one in the index of the dashboard, which so lists the permit once.
   *
   * @param parties all parties of the accounts among them
   */
  static List<Item> items(List<Party> parties, PermitSummary permit) {
    Map<String, List<Party>> accounts =
        parties.stream()
            .sorted(Comparator.comparing(Party::sort))
            .collect(Collectors.groupingBy(Party::accountId, TreeMap::new, Collectors.toList()));
    List<Item> items = new ArrayList<>();
    for (List<Party> own : accounts.values()) {
      Item first =
          own.getFirst()
              .item(permit)
              .with("roles", own.stream().map(Party::role).toList())
              .with("party", dashboard(own.getFirst().accountId))
              .with("partySort", order(permit));
      items.add(first);
      own.stream().skip(1).forEach(party -> items.add(party.item(permit)));
    }
    return items;
  }

  private Item item(PermitSummary permit) {
    return permit
        .write(Item.of(PermitFacts.key(permit.id()), sort))
        .with("accountId", accountId)
        .with("accountName", name)
        .with("role", role)
        .with("since", since);
  }

  /** Reads the item of a party. */
  public static Party from(Item item) {
    return new Party(
        item.sk(),
        item.text("accountId"),
        item.text("accountName"),
        item.text("role"),
        item.instant("since"));
  }

  /** Reads the roles that the account of an item of the dashboard has on the permit. */
  public static List<String> roles(Item item) {
    List<String> roles = item.texts("roles");
    return roles.isEmpty() ? List.of(item.text("role")) : roles;
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
