package org.permitportal.registrations;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.permitportal.files.ObjectKey;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/**
 * Stores the files of a registration, {@code DRAFT#id / FILE#id}. They are separate items, so that
 * they never change the registration's version. The registration's {@code fileChanges} counts
 * requested and removed files.
 */
@Singleton
class AttachmentStore {
  /** The prefix of the keys of the files' objects. */
  static final String PREFIX = "draft";

  /**
   * The reason on a file that is being removed. Its object is deleted before this item, so that no
   * object can be forgotten.
   */
  static final String REMOVED = "REMOVED";

  /**
   * Far more changes than anybody needs. This stops a client from filling the bucket by requesting
   * and removing files.
   */
  private static final int MOST_CHANGES = 300;

  private static final String STATE = "state";
  private final RegistrationStore registrations;
  private final Table table;

  AttachmentStore(RegistrationStore registrations) {
    this.registrations = registrations;
    this.table = registrations.table();
  }

  /** Creates a PENDING file; returns false when a file with this id exists. */
  boolean create(String draftId, DraftFile file) {
    return Table.run(
        table
            .put(
                Item.of(RegistrationStore.pk(draftId), sort(file.fileId()))
                    .with("fileId", file.fileId())
                    .with("kind", file.kind())
                    .with(STATE, file.state())
                    .with("name", file.name())
                    .with("type", file.type())
                    .with("bytes", file.bytes())
                    .with("sha256", file.sha256())
                    .with("key", file.key())
                    .with("requestedAt", file.requestedAt()))
            .whenAbsent());
  }

  Optional<DraftFile> find(ObjectKey key) {
    return table.get(RegistrationStore.pk(key.ownerId()), sort(key.fileId())).map(DraftFile::from);
  }

  /** Begins an update of the registration's item, which holds the count of its files. */
  Write counter(String draftId) {
    return table.update(RegistrationStore.pk(draftId), RegistrationStore.SORT);
  }

  /** Counts the files that use up the registration's limit; one query. */
  int there(String draftId, Instant now) {
    return (int)
        table.query(RegistrationStore.pk(draftId)).startingWith(DraftFile.SORT).all().stream()
            .map(DraftFile::from)
            .filter(file -> file.counts(now))
            .count();
  }

  /**
   * Counts a requested file. Returns false when the registration is not open or has used up its
   * changes.
   */
  boolean counted(String draftId) {
    return Table.run(
        registrations
            .fileChanged(draftId)
            .when(
                "attribute_not_exists(#fileChanges) OR #fileChanges < :most",
                "most",
                MOST_CHANGES));
  }

  /** The result of marking a file as being removed. */
  enum Removal {
    /** The file is marked as being removed. */
    BEGUN,
    /** The file has changed since it was read. */
    CHANGED,
    /** The registration is not open. */
    ENDED
  }

  /**
   * Marks a file as being removed, if the registration is open and the file has not changed since
   * it was read.
   */
  Removal removing(ObjectKey key, DraftFile read) {
    Write open = registrations.fileChanged(key.ownerId());
    List<Write> refused =
        new Transaction()
            .with(open)
            .with(
                file(key)
                    .when("#state = :seen", "seen", read.state())
                    .set(STATE, DraftFile.State.REFUSED)
                    .set("reason", REMOVED))
            .run();
    if (refused.contains(open)) {
      return Removal.ENDED;
    }
    return refused.isEmpty() ? Removal.BEGUN : Removal.CHANGED;
  }

  void delete(ObjectKey key) {
    Table.run(table.delete(RegistrationStore.pk(key.ownerId()), sort(key.fileId())));
  }

  /** Counts a check of a PENDING file and returns its item; empty when the file is not PENDING. */
  Optional<Item> checking(ObjectKey key) {
    return Table.runReturning(pending(key).add("checks", 1));
  }

  /** Records that a PENDING file was accepted; returns false when it is not PENDING. */
  boolean ready(ObjectKey key) {
    return Table.run(pending(key).set(STATE, DraftFile.State.READY));
  }

  /** Records that a PENDING file was refused; returns false when it is not PENDING. */
  boolean refused(ObjectKey key, String reason) {
    return Table.run(pending(key).set(STATE, DraftFile.State.REFUSED).set("reason", reason));
  }

  private Write pending(ObjectKey key) {
    return file(key).when("#state = :pending", "pending", DraftFile.State.PENDING);
  }

  private Write file(ObjectKey key) {
    return table.update(RegistrationStore.pk(key.ownerId()), sort(key.fileId()));
  }

  private static String sort(String fileId) {
    return DraftFile.SORT + fileId;
  }
}
