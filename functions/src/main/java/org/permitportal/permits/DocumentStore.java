package org.permitportal.permits;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.permitportal.files.ObjectKey;
import org.permitportal.files.RefusalReason;
import org.permitportal.permits.Document.State;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/**
 * Documents of permits; see {@link PermitStore}. Beside them is {@code PERMIT#id / FILE}: how many
 * of them take up room under each of the city's file rules, and a version that every change of
 * these counts moves on.
 */
@Singleton
class DocumentStore {
  /** Sorts before every document, so that one query reads the counts first. */
  private static final String COUNTS = "FILE";

  private static final String COUNT = "of_";
  private final Table table;

  DocumentStore(Tables tables) {
    this.table = tables.primed("permits");
  }

  /**
   * A permit's documents and the version of their counts, read before them: as long as it is the
   * same, they are as they were read.
   */
  record DocumentList(long version, List<Document> documents) {}

  /** One document. */
  Optional<Document> find(ObjectKey key) {
    return table
        .get(PermitFacts.key(key.ownerId()), Document.sort(key.fileId()))
        .map(Document::from);
  }

  /** All documents of a permit; one query. */
  DocumentList list(String permitId) {
    List<Item> items = table.query(PermitFacts.key(permitId)).startingWith(COUNTS).all();
    return new DocumentList(
        items.stream()
            .filter(item -> item.sk().equals(COUNTS))
            .findFirst()
            .map(counts -> counts.number("version"))
            .orElse(0L),
        items.stream().filter(Document::isOne).map(Document::from).toList());
  }

  /** The write that announces a document, if there is none of this id. */
  Write announce(Document document) {
    return table.put(document.item()).whenAbsent();
  }

  /** The write that takes room for one, if it is fewer than the most. */
  Write take(String permitId, String rule, int most) {
    return counts(permitId, rule, 1)
        .when(
            "attribute_not_exists(#" + COUNT + rule + ") OR #" + COUNT + rule + " < :most",
            "most",
            most);
  }

  /** The write that gives the room of one back. */
  Write give(String permitId, String rule) {
    return counts(permitId, rule, -1);
  }

  /**
   * Counts anew: some that never came don't any more.
   *
   * @return false when somebody changed a count meanwhile
   */
  boolean recount(String permitId, String rule, long taken, long version) {
    return Table.run(
        table
            .update(PermitFacts.key(permitId), COUNTS)
            .when("#version = :read", "read", version)
            .set(COUNT + rule, taken)
            .add("version", 1));
  }

  /** Counts a check of an awaited document; how many began with this one, or nothing. */
  Optional<Integer> countCheck(ObjectKey key, Instant now) {
    return Table.runReturning(awaited(key, now).add("checks", 1))
        .map(i -> (int) i.number("checks"));
  }

  /** The write that keeps an awaited document for good. */
  Write ready(ObjectKey key, Instant now) {
    return awaited(key, now).set("state", State.READY).set("checkedAt", now).remove("ttl");
  }

  /** The write that refuses an awaited document. */
  Write refused(ObjectKey key, RefusalReason reason, Instant now) {
    return awaited(key, now)
        .set("state", State.REFUSED)
        .set("reason", reason)
        .set("checkedAt", now)
        .set("ttl", Document.ttlOfRefused(now));
  }

  /** The write that begins to remove a document that is as it was read. */
  Write removed(Document document) {
    return document(document.key())
        .when("#state = :seen", "seen", document.state())
        .set("state", State.REMOVED)
        .remove("ttl");
  }

  /** Removes what is left of a document. */
  void delete(ObjectKey key) {
    Table.run(table.delete(PermitFacts.key(key.ownerId()), Document.sort(key.fileId())));
  }

  /** An event of the document's permit. */
  Write event(ObjectKey key, PermitEvent event) {
    return table.put(event.item(key.ownerId()));
  }

  /** What the document's permit is called. */
  String permitNumber(ObjectKey key) {
    return table
        .get(PermitFacts.key(key.ownerId()), PermitFacts.SORT)
        .orElseThrow(() -> new IllegalStateException("A document of no permit"))
        .text("number");
  }

  private Write counts(String permitId, String rule, long change) {
    return table
        .update(PermitFacts.key(permitId), COUNTS)
        .add(COUNT + rule, change)
        .add("version", 1);
  }

  private Write awaited(ObjectKey key, Instant now) {
    return document(key)
        .when("#state = :pending", "pending", State.PENDING)
        .when("#addedAt > :since", "since", Document.awaitedSince(now));
  }

  private Write document(ObjectKey key) {
    return table.update(PermitFacts.key(key.ownerId()), Document.sort(key.fileId()));
  }
}
