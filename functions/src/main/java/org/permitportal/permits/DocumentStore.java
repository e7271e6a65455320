package org.permitportal.permits;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.permitportal.files.ObjectKey;
import org.permitportal.files.RefusalReason;
import org.permitportal.permits.Document.State;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/** Documents of permits; see {@link PermitStore}. */
@Singleton
class DocumentStore {
  private final Table table;

  DocumentStore(Tables tables) {
    this.table = tables.primed("permits");
  }

  /** One document. */
  Optional<Document> find(ObjectKey key) {
    return table
        .get(PermitFacts.key(key.ownerId()), Document.sort(key.fileId()))
        .map(Document::from);
  }

  /** Announces a document; false when there is one of this id. */
  boolean announce(Document document) {
    return Table.run(table.put(document.item()).whenAbsent());
  }

  /** Counts a check of an awaited document; how many began with this one, or nothing. */
  Optional<Integer> countCheck(ObjectKey key) {
    return Table.runReturning(awaited(key).add("checks", 1)).map(i -> (int) i.number("checks"));
  }

  /** The write that keeps an awaited document for good. */
  Write ready(ObjectKey key) {
    return awaited(key).set("state", State.READY).remove("ttl");
  }

  /** The write that refuses an awaited document. */
  Write refused(ObjectKey key, RefusalReason reason) {
    return awaited(key).set("state", State.REFUSED).set("reason", reason).remove("ttl");
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

  private Write awaited(ObjectKey key) {
    return table
        .update(PermitFacts.key(key.ownerId()), Document.sort(key.fileId()))
        .when("#state = :pending", "pending", State.PENDING);
  }
}
