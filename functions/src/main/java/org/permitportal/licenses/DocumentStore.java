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

/** Documents of accounts: {@code ACCOUNT#id / DOCUMENT#id}. */
@Singleton
class DocumentStore {
  /** The agenda of objects that have to be deleted. */
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

  /** An update of the count of an account's files. */
  Write counter(String accountId) {
    return table.update(AccountRecord.pk(accountId), "PLACES#FILES");
  }

  /** The write of a document where there was none. */
  Write first(AccountDocument document) {
    return table.put(document.item()).whenAbsent();
  }

  /** Counts a check of a PENDING one; how many began with this one, or nothing. */
  Optional<Integer> checking(String accountId, String id) {
    return Table.runReturning(pending(accountId, id).add("checks", 1))
        .map(item -> (int) item.number("checks"));
  }

  /** The write that keeps a PENDING one. */
  Write ready(AccountDocument document) {
    return pending(document.accountId(), document.id()).set("state", State.READY).remove("ttl");
  }

  /** The write that refuses a PENDING one. */
  Write refused(AccountDocument document, String reason) {
    return pending(document.accountId(), document.id())
        .set("state", State.REFUSED)
        .set("reason", reason)
        .remove("ttl");
  }

  /**
   * The write that begins to remove one that is as it was read; what breaks off after it, the
   * agenda finishes.
   */
  Write removing(AccountDocument document, LocalDate today) {
    return update(document.accountId(), document.id())
        .when("#state = :seen", "seen", document.state())
        .set("state", State.REMOVED)
        .set("agenda", AGENDA)
        .set("agendaSort", DueItems.sort(today, document.id()))
        .remove("ttl");
  }

  /** The write that has a READY one's object deleted on a day. */
  Write deletedOn(AccountDocument document, LocalDate day) {
    return update(document.accountId(), document.id())
        .when("#state = :ready", "ready", State.READY)
        .set("deleteOn", day.toString())
        .set("agenda", AGENDA)
        .set("agendaSort", DueItems.sort(day, document.id()));
  }

  /** The write that says that the object is deleted. */
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

  /** Notes who looked at an identity document, before they can. */
  void looked(AccountDocument document, String lookId, String staffId, Instant at) {
    Table.run(
        table.put(
            Item.of("LOOKS#" + document.accountId(), lookId)
                .with("documentId", document.id())
                .with("kind", document.kind())
                .with("staffId", staffId)
                .with("at", at)));
  }

  /** The newest looks at an account's identity documents. */
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
