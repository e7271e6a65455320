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
 * A role that an account has on a permit. An account with several roles on a permit is several
 * parties.
 *
 * @param sort the sort key of the party's item: {@code PARTY#account#role}, or {@code
 *     PARTY#account} until the item is migrated
 * @param name the account's name when the party was added
 * @param role the key of one of the city's roles
 */
public record Party(String sort, String accountId, String name, String role, Instant since) {

  /**
   * The last millisecond of the year 9999 in UTC. Sort keys contain the time left until then, so
   * that the latest time sorts first.
   */
  private static final long END_OF_TIME = 253_402_300_799_999L;

  /** Returns a new party. */
  public static Party of(String accountId, String name, String role, Instant since) {
    return new Party(sort(accountId, role), accountId, name, role, since);
  }

  /** Returns the beginning of the sort keys of all parties of an account. */
  public static String prefix(String accountId) {
    return PermitSort.PARTY.start() + accountId;
  }

  /** Returns the sort key of an account's party with this role. */
  public static String sort(String accountId, String role) {
    return prefix(accountId) + "#" + role;
  }

  /** Returns whether an item is a party. */
  public static boolean isOne(Item item) {
    return PermitSort.PARTY.has(item.sk());
  }

  /** Returns the key of an account's dashboard in the index {@code byParty}. */
  public static String dashboard(String accountId) {
    return "ACCOUNT#" + accountId;
  }

  /**
   * Returns the items of parties, each with the permit's summary. The first item of each account
   * also has all roles of this account. Only this item is in the index of the dashboard, so that
   * the dashboard lists the permit once.
   *
   * @param parties parties of the permit; if one party of an account is in the list, all parties of
   *     this account must be
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

  /** Reads a party from its item. */
  public static Party from(Item item) {
    return new Party(
        item.sk(),
        item.text("accountId"),
        item.text("accountName"),
        item.text("role"),
        item.instant("since"));
  }

  /**
   * Reads the keys of all roles of an account on a permit, from the party's item on the dashboard.
   */
  public static List<String> roles(Item item) {
    List<String> roles = item.texts("roles");
    return roles.isEmpty() ? List.of(item.text("role")) : roles;
  }

  /**
   * Returns the sort key of a permit on the dashboard. Permits on which the account has to act come
   * first (A), then link requests (B), then the other permits (C).
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
