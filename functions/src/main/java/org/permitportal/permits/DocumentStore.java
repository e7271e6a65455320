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
 * Stores documents of permits; see {@link PermitStore}. The item {@code PERMIT#id / FILE} counts,
 * for each of the city's file rules, the documents that count toward its limit. It also holds a
 * version that increases with every change of a count.
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
   * A permit's documents and the version of their counts. The version is read first, so while it
   * stays the same, the documents are unchanged too.
   */
  record DocumentList(long version, List<Document> documents) {}

  /** Reads one document. */
  Optional<Document> find(ObjectKey key) {
    return table
        .get(PermitFacts.key(key.ownerId()), Document.sort(key.fileId()))
        .map(Document::from);
  }

  /** Reads all documents of a permit by one query. */
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

  /** Returns the write of an announced document; it fails when the id exists. */
  Write announce(Document document) {
    return table.put(document.item()).whenAbsent();
  }

  /**
   * Returns the write that adds one to a count; it fails when the count has reached {@code most}.
   */
  Write take(String permitId, String rule, int most) {
    return counts(permitId, rule, 1)
        .when(
            "attribute_not_exists(#" + COUNT + rule + ") OR #" + COUNT + rule + " < :most",
            "most",
            most);
  }

  /** Returns the write that subtracts one from a count. */
  Write give(String permitId, String rule) {
    return counts(permitId, rule, -1);
  }

  /**
   * Sets a count that was computed anew, without the uploads that can no longer arrive.
   *
   * @return false when a count was changed in the meantime
   */
  boolean recount(String permitId, String rule, long taken, long version) {
    return Table.run(
        table
            .update(PermitFacts.key(permitId), COUNTS)
            .when("#version = :read", "read", version)
            .set(COUNT + rule, taken)
            .add("version", 1));
  }

  /**
   * Counts one more check of an awaited document.
   *
   * @return the number of checks begun, including this one; empty when it is not awaited
   */
  Optional<Integer> countCheck(ObjectKey key, Instant now) {
    return Table.runReturning(awaited(key, now).add("checks", 1))
        .map(i -> (int) i.number("checks"));
  }

  /** Returns the write that makes an awaited document READY. */
  Write ready(ObjectKey key, Instant now) {
    return awaited(key, now).set("state", State.READY).set("checkedAt", now).remove("ttl");
  }

  /** Returns the write that makes an awaited document REFUSED. */
  Write refused(ObjectKey key, RefusalReason reason, Instant now) {
    return awaited(key, now)
        .set("state", State.REFUSED)
        .set("reason", reason)
        .set("checkedAt", now)
        .set("ttl", Document.ttlOfRefused(now));
  }

  /**
   * Returns the write that begins a removal; it fails when the document's state has changed since
   * it was read.
   */
  Write removed(Document document) {
    return document(document.key())
        .when("#state = :seen", "seen", document.state())
        .set("state", State.REMOVED)
        .remove("ttl");
  }

  /** Deletes a document's item. */
  void delete(ObjectKey key) {
    Table.run(table.delete(PermitFacts.key(key.ownerId()), Document.sort(key.fileId())));
  }

  /** Returns the write of an event of the document's permit. */
  Write event(ObjectKey key, PermitEvent event) {
    return table.put(event.item(key.ownerId()));
  }

  /** Returns the number of the document's permit. */
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
