package org.permitportal.permits;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.FileRecord;
import org.permitportal.files.FileStore;
import org.permitportal.platform.Item;
import org.permitportal.platform.Page;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/**
 * Stores permits. Each permit is one partition, {@code PERMIT#id}, with the items that {@link
 * PermitSort} lists. The item {@code NUMBER#normalized / NUMBER} holds the id of the permit with
 * this number.
 */
@Singleton
public class PermitStore {
  /** The number of events on a page. */
  static final int EVENTS = 50;

  private static final int KEYS_A_CALL = 100;
  private static final int ITEMS_A_CALL = 250;
  private static final String NUMBER = "NUMBER";

  final Table table;

  public PermitStore(Tables tables) {
    this.table = tables.primed("permits");
  }

  /** Returns the store of the permits' documents. */
  public FileStore files() {
    return new FileStore(table, "permit", PermitSort.DOCUMENT.start());
  }

  /** A permit and the page of its newest events. */
  record Opened(Permit permit, Page<PermitEvent> events) {}

  /** Reads a permit with its parties and documents by one query. */
  public Optional<Permit> load(String permitId) {
    return permit(
        table.query(PermitFacts.key(permitId)).between(PermitSort.FIRST, PermitSort.LAST).all());
  }

  /**
   * Reads a permit with its parties, documents and newest events. This takes one query unless the
   * permit has hundreds of documents.
   */
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

  /** Reads a page of older events. */
  Page<PermitEvent> events(String permitId, String cursor) {
    return table
        .query(PermitFacts.key(permitId))
        .startingWith(PermitEvent.PREFIX)
        .descending()
        .page(EVENTS, cursor)
        .map(PermitEvent::from);
  }

  /** Returns the ids of the permits with these normalized numbers, by number. */
  public Map<String, String> ids(Set<String> numbers) {
    Map<String, String> ids = new HashMap<>();
    for (Item item : all(numbers.stream().map(n -> Item.of(numberKey(n), NUMBER)).toList())) {
      ids.put(item.pk().substring(numberKey("").length()), item.text("permitId"));
    }
    return ids;
  }

  /** Returns the permits with these ids, by id. */
  public Map<String, PermitFacts> facts(Set<String> ids) {
    Map<String, PermitFacts> facts = new HashMap<>();
    for (Item item :
        all(ids.stream().map(id -> Item.of(PermitFacts.key(id), PermitFacts.SORT)).toList())) {
      PermitFacts one = PermitFacts.from(item);
      facts.put(one.id(), one);
    }
    return facts;
  }

  /**
   * Reads a page of the permits in a street from an index, sorted by house number. If {@code
   * paddedHouse} is not empty, it reads only this house's permits.
   */
  public Page<PermitSummary> inStreet(
      String street, String paddedHouse, int limit, @Nullable String cursor) {
    Table.Query query = table.query("byPlace", "place", "placeSort", street);
    if (!paddedHouse.isEmpty()) {
      query.startingWith(paddedHouse + "#");
    }
    return query.page(limit, cursor).map(PermitSummary::from);
  }

  /** Reads a page of the permits on a parcel from an index. */
  public Page<PermitSummary> onParcel(String parcel, int limit, @Nullable String cursor) {
    return table
        .query("byParcel", "parcel", "sk", PermitFacts.parcelKey(parcel))
        .page(limit, cursor)
        .map(PermitSummary::from);
  }

  /**
   * Returns the writes that store a new permit. Their condition fails when another permit has its
   * number.
   */
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

  /**
   * Returns the write that stores a changed permit. Its condition fails when the stored permit has
   * changed since it was read.
   */
  Write change(PermitFacts facts) {
    return table.put(facts.item()).when("#version = :read", "read", facts.version() - 1);
  }

  /**
   * Returns the writes that add a party. Their conditions fail when the account already has this
   * role. They also fail when the permit has changed since it was read, so that the party's item
   * gets no outdated summary.
   *
   * @param before all parties of the same account on this permit, without the new one
   */
  public List<Write> link(PermitFacts read, List<Party> before, Party party) {
    PermitFacts after = read.withParty();
    List<Party> all = new ArrayList<>(before);
    all.add(party);
    List<Write> writes = new ArrayList<>(List.of(change(after)));
    for (Item item : Party.items(all, after.summary())) {
      Write put = table.put(item);
      writes.add(item.sk().equals(party.sort()) ? put.whenAbsent() : put.whenPresent());
    }
    return writes;
  }

  /** Returns a check, for a transaction, that the permit has not changed since it was read. */
  public Write unchanged(PermitFacts facts) {
    return table
        .check(PermitFacts.key(facts.id()), PermitFacts.SORT)
        .when("#version = :read", "read", facts.version());
  }

  /**
   * Returns the writes that store the permit's present summary in the items of all its parties.
   * Their conditions fail when a party's item was moved or removed since it was read.
   */
  List<Write> summaries(List<Party> parties, PermitSummary permit) {
    return Party.items(parties, permit).stream()
        .map(item -> table.put(item).whenPresent())
        .toList();
  }

  /** Returns the number of a permit, which must exist. */
  public String number(String permitId) {
    return table
        .get(PermitFacts.key(permitId), PermitFacts.SORT)
        .orElseThrow(() -> new IllegalStateException("No such permit"))
        .text("number");
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
                    FileRecord.among(items, PermitSort.DOCUMENT.start())));
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
