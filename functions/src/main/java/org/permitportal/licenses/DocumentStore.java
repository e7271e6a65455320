package org.permitportal.licenses;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.permitportal.licenses.AccountDocument.State;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/** Stores accounts' documents as {@code ACCOUNT#id / DOCUMENT#id}. */
@Singleton
class DocumentStore {
  /** The agenda of objects to delete; see {@link DueItems}. */
  static final String AGENDA = "DELETE";

  private final Table table;

  DocumentStore(Tables tables) {
    this.table = tables.primed("accounts");
  }

  Optional<AccountDocument> find(String accountId, String id) {
    return table
        .get(AccountRecord.pk(accountId), AccountDocument.SORT + id)
        .map(AccountDocument::from);
  }

  /** Returns an update of the item that counts an account's files. */
  Write counter(String accountId) {
    return table.update(AccountRecord.pk(accountId), "PLACES#FILES");
  }

  /** Returns the write of a new document; it fails when the id exists. */
  Write first(AccountDocument document) {
    return table.put(document.item()).whenAbsent();
  }

  /**
   * Counts one more check of a PENDING document.
   *
   * @return the number of checks begun, including this one; empty when the document is not PENDING
   */
  Optional<Integer> checking(String accountId, String id) {
    return Table.runReturning(pending(accountId, id).add("checks", 1))
        .map(item -> (int) item.number("checks"));
  }

  /** Returns the write that makes a PENDING document READY. */
  Write ready(AccountDocument document) {
    return pending(document.accountId(), document.id()).set("state", State.READY).remove("ttl");
  }

  /** Returns the write that makes a PENDING document REFUSED. */
  Write refused(AccountDocument document, String reason) {
    return pending(document.accountId(), document.id())
        .set("state", State.REFUSED)
        .set("reason", reason)
        .remove("ttl");
  }

  /**
   * Returns the write that begins a removal. It fails when the document's state has changed since
   * it was read. It also puts the document on the agenda, which finishes an interrupted removal.
   */
  Write removing(AccountDocument document, LocalDate today) {
    return update(document.accountId(), document.id())
        .when("#state = :seen", "seen", document.state())
        .set("state", State.REMOVED)
        .set("agenda", AGENDA)
        .set("agendaSort", DueItems.sort(today, document.id()))
        .remove("ttl");
  }

  /** Returns the write that schedules the deletion of a READY document's object for a day. */
  Write deletedOn(AccountDocument document, LocalDate day) {
    return update(document.accountId(), document.id())
        .when("#state = :ready", "ready", State.READY)
        .set("deleteOn", day.toString())
        .set("agenda", AGENDA)
        .set("agendaSort", DueItems.sort(day, document.id()));
  }

  /** Returns the write that records that the object was deleted. */
  Write deleted(AccountDocument document, Instant at) {
    return update(document.accountId(), document.id())
        .when("#state = :ready", "ready", State.READY)
        .set("state", State.DELETED)
        .set("deletedAt", at)
        .remove("agenda")
        .remove("agendaSort");
  }

  void delete(AccountDocument document) {
    Table.run(
        table.delete(AccountRecord.pk(document.accountId()), AccountDocument.SORT + document.id()));
  }

  /** Records which staff member opens an identity document, before they get the link. */
  void looked(AccountDocument document, String lookId, String staffId, Instant at) {
    Table.run(
        table.put(
            Item.of("LOOKS#" + document.accountId(), lookId)
                .with("documentId", document.id())
                .with("kind", document.kind())
                .with("staffId", staffId)
                .with("at", at)));
  }

  /**
   * Returns who opened an account's identity documents, the newest first.
   *
   * @param most the most entries to return
   */
  List<IdentityDocumentAccess> looks(String accountId, int most) {
    return table.query("LOOKS#" + accountId).descending().page(most, null).items().stream()
        .map(
            i ->
                new IdentityDocumentAccess(
                    i.text("documentId"), i.text("kind"), i.text("staffId"), i.instant("at")))
        .toList();
  }

  private Write pending(String accountId, String id) {
    return update(accountId, id).when("#state = :pending", "pending", State.PENDING);
  }

  private Write update(String accountId, String id) {
    return table.update(AccountRecord.pk(accountId), AccountDocument.SORT + id);
  }
}
