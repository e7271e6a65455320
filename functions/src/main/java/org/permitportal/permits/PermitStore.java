package org.permitportal.permits;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Item;
import org.permitportal.platform.Page;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/**
 * Permits: one partition each, {@code PERMIT#id}, with PERMIT, PARTY#account, LINK#account,
 * FILE#document and EVENT#ulid; numbers are {@code NUMBER#normalised / NUMBER}.
 */
@Singleton
public class PermitStore {
  /** So many events a page. */
  static final int EVENTS = 50;

  private static final int KEYS_A_CALL = 100;
  private static final int ITEMS_A_CALL = 250;
  private static final String NUMBER = "NUMBER";
  final Table table;

  public PermitStore(Tables tables) {
    this.table = tables.primed("permits");
  }

  /** A permit and the newest of its events. */
  record Opened(Permit permit, Page<PermitEvent> events) {}

  /** A permit's parties and documents; one query. */
  public Optional<Permit> load(String permitId) {
    return permit(
        table.query(PermitFacts.key(permitId)).between(Document.PREFIX, PermitFacts.SORT).all());
  }

  /** The same with its newest events; one query unless it has some hundred documents. */
  Optional<Opened> open(String permitId) {
    Table.Query backwards = table.query(PermitFacts.key(permitId)).descending();
    List<Item> items = new ArrayList<>();
    String cursor = null;
    do {
      Page<Item> page = backwards.page(ITEMS_A_CALL, cursor);
      items.addAll(page.items());
      cursor = page.next();
    } while (cursor != null && items.stream().filter(PermitEvent::isOne).count() <= EVENTS);
    List<Item> events = items.stream().filter(PermitEvent::isOne).toList();
    List<Item> first = events.subList(0, Math.min(EVENTS, events.size()));
    String next = events.size() > EVENTS ? backwards.cursorAfter(first.getLast()) : null;
    return permit(items).map(p -> new Opened(p, new Page<>(first, next).map(PermitEvent::from)));
  }

  /** Older events. */
  Page<PermitEvent> events(String permitId, String cursor) {
    return table
        .query(PermitFacts.key(permitId))
        .startingWith(PermitEvent.PREFIX)
        .descending()
        .page(EVENTS, cursor)
        .map(PermitEvent::from);
  }

  /** A permit, an account's party and its link request, as far as there are such; one call. */
  Standing standing(String permitId, String accountId) {
    String pk = PermitFacts.key(permitId);
    List<Item> found =
        table.getAll(
            List.of(
                Item.of(pk, PermitFacts.SORT),
                Item.of(pk, Party.sort(accountId)),
                Item.of(pk, LinkRequest.sort(accountId))));
    return new Standing(
        found.stream()
            .filter(i -> i.sk().equals(PermitFacts.SORT))
            .map(PermitFacts::from)
            .findFirst(),
        found.stream().filter(Party::isOne).map(Party::from).findFirst(),
        found.stream().filter(LinkRequest::isOne).map(LinkRequest::from).findFirst());
  }

  /** How an account stands to a permit. */
  record Standing(
      Optional<PermitFacts> permit, Optional<Party> party, Optional<LinkRequest> link) {}

  /** The ids of the permits that have one of these normalised numbers. */
  Map<String, String> ids(Set<String> numbers) {
    Map<String, String> ids = new HashMap<>();
    for (Item item : all(numbers.stream().map(n -> Item.of(numberKey(n), NUMBER)).toList())) {
      ids.put(item.pk().substring(numberKey("").length()), item.text("permitId"));
    }
    return ids;
  }

  /** The permits of these ids, by id. */
  Map<String, PermitFacts> facts(Set<String> ids) {
    Map<String, PermitFacts> facts = new HashMap<>();
    for (Item item :
        all(ids.stream().map(id -> Item.of(PermitFacts.key(id), PermitFacts.SORT)).toList())) {
      PermitFacts one = PermitFacts.from(item);
      facts.put(one.id(), one);
    }
    return facts;
  }

  /** Permits in a street, by house number; by index. */
  Page<PermitSummary> inStreet(
      String street, String paddedHouse, int limit, @Nullable String cursor) {
    Table.Query query = table.query("byPlace", "place", "placeSort", street);
    if (!paddedHouse.isEmpty()) {
      query.startingWith(paddedHouse + "#");
    }
    return query.page(limit, cursor).map(PermitSummary::from);
  }

  /** Permits on a parcel; by index. */
  Page<PermitSummary> onParcel(String parcel, int limit, @Nullable String cursor) {
    return table
        .query("byParcel", "parcel", "sk", PermitFacts.parcelKey(parcel))
        .page(limit, cursor)
        .map(PermitSummary::from);
  }

  /** What concerns an account: its permits and link requests, what it has to act on first. */
  Page<Item> dashboard(String accountId, int limit, @Nullable String cursor) {
    return table
        .query("byParty", "party", "partySort", Party.dashboard(accountId))
        .page(limit, cursor);
  }

  /** The writes of a new permit; they fail when the number is taken. */
  List<Write> create(PermitFacts facts) {
    String normal = PermitNumber.normal(facts.number());
    return List.of(
        table
            .put(
                Item.of(numberKey(normal), NUMBER)
                    .with("permitId", facts.id())
                    .with("number", facts.number()))
            .whenAbsent(),
        table.put(facts.item()).whenAbsent());
  }

  /** The write of a changed permit; it fails when somebody else changed it since it was read. */
  Write change(PermitFacts facts) {
    return table.put(facts.item()).when("#version = :read", "read", facts.version() - 1);
  }

  /** Holds only while nobody changed the permit since it was read. */
  Write unchanged(PermitFacts facts) {
    return table
        .check(PermitFacts.key(facts.id()), PermitFacts.SORT)
        .when("#version = :read", "read", facts.version());
  }

  /** The write of a party, new or with the permit's changed summary. */
  Write party(Party party, PermitSummary permit) {
    return table.put(party.item(permit));
  }

  /** The write of an event. */
  Write event(String permitId, PermitEvent event) {
    return table.put(event.item(permitId));
  }

  private static Optional<Permit> permit(List<Item> items) {
    return items.stream()
        .filter(i -> i.sk().equals(PermitFacts.SORT))
        .findFirst()
        .map(
            item ->
                new Permit(
                    PermitFacts.from(item),
                    items.stream().filter(Party::isOne).map(Party::from).toList(),
                    items.stream().filter(Document::isOne).map(Document::from).toList()));
  }

  private List<Item> all(List<Item> keys) {
    List<Item> found = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += KEYS_A_CALL) {
      found.addAll(table.getAll(keys.subList(from, Math.min(keys.size(), from + KEYS_A_CALL))));
    }
    return found;
  }

  private static String numberKey(String normal) {
    return "NUMBER#" + normal;
  }
}
