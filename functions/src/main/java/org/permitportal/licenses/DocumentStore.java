package org.permitportal.licenses;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.permitportal.files.FileRecord;
import org.permitportal.files.FileRecord.State;
import org.permitportal.files.FileStore;
import org.permitportal.platform.City;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/** Stores accounts' documents as {@code ACCOUNT#id / DOCUMENT#id}. */
@Singleton
class DocumentStore {
  /** The name of the agenda for documents whose objects must be deleted; see {@link DueItems}. */
  static final String AGENDA = "DELETE";

  private final Table table;
  private final FileStore files;
  private final City city;

  DocumentStore(Tables tables, City city) {
    this.table = tables.primed("accounts");
    this.files = new FileStore(table, "account", AccountDocument.SORT);
    this.city = city;
  }

  FileStore files() {
    return files;
  }

  Optional<AccountDocument> find(String accountId, String id) {
    return files.item(accountId, id).map(AccountDocument::from);
  }

  /**
   * Returns the write that stores a new document. Its condition fails when a document with this id
   * exists.
   */
  Write create(FileRecord file) {
    return files.create(file, item -> withIdentity(file, item));
  }

  /** Adds to a document's item whether the file shows an identity document. */
  Item withIdentity(FileRecord file, Item item) {
    return item.with("identity", NewAccountLicenses.isIdentity(city, file.kind()));
  }

  /**
   * Adds the document to the agenda, so that the agenda's next run finishes the removal if it is
   * interrupted.
   */
  static Write removing(FileRecord file, Write removal, LocalDate today) {
    return due(removal, file, today);
  }

  /** Returns the write that schedules the deletion of a READY document's object for a day. */
  Write deletedOn(FileRecord file, LocalDate day) {
    return due(files.whenReady(file), file, day).set("deleteOn", day.toString());
  }

  private static Write due(Write write, FileRecord file, LocalDate day) {
    return write.set("agenda", AGENDA).set("agendaSort", DueItems.sort(day, file.id()));
  }

  /** Returns the write that records that a document's object was deleted. */
  Write deleted(FileRecord file, Instant at) {
    return files
        .become(file, State.DELETED)
        .set("deletedAt", at)
        .remove("agenda")
        .remove("agendaSort");
  }

  /**
   * Records that a staff member opens an identity document. Call it before the staff member gets
   * the link.
   */
  void looked(FileRecord file, String lookId, String staffId, Instant at) {
    Table.run(
        table.put(
            Item.of("LOOKS#" + file.ownerId(), lookId)
                .with("documentId", file.id())
                .with("kind", file.kind())
                .with("staffId", staffId)
                .with("at", at)));
  }

  /**
   * Returns the records of staff who opened an account's identity documents, the newest first.
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
}
