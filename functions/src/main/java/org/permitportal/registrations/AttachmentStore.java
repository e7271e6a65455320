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
 * The files of a registration: {@code DRAFT#id / FILE#id}, items of their own, so that they never
 * change the registration's version. Its {@code fileChanges} counts them asked for and removed.
 */
@Singleton
class AttachmentStore {
  /** The prefix of their objects' keys. */
  static final String PREFIX = "draft";

  /**
   * The reason on a file that is being removed: its object goes first, so it can't be forgotten.
   */
  static final String REMOVED = "REMOVED";

  /** Far more than anybody needs; ends who fills the bucket by asking and removing. */
  private static final int MOST_CHANGES = 300;

  private static final String STATE = "state";
  private final RegistrationStore registrations;
  private final Table table;

  AttachmentStore(RegistrationStore registrations) {
    this.registrations = registrations;
    this.table = registrations.table();
  }

  /** Puts a PENDING one; false when there is one of this id. */
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

  /** An update of the count of a registration's files: it is kept in the registration. */
  Write counter(String draftId) {
    return table.update(RegistrationStore.pk(draftId), RegistrationStore.SORT);
  }

  /** How many files a registration has that count; one query. */
  int there(String draftId, Instant now) {
    return (int)
        table.query(RegistrationStore.pk(draftId)).startingWith(DraftFile.SORT).all().stream()
            .map(DraftFile::from)
            .filter(file -> file.counts(now))
            .count();
  }

  /** Counts one asked for; false when the registration is not open, or had its share. */
  boolean counted(String draftId) {
    return Table.run(
        registrations
            .fileChanged(draftId)
            .when(
                "attribute_not_exists(#fileChanges) OR #fileChanges < :most",
                "most",
                MOST_CHANGES));
  }

  /** Whether one can be removed. */
  enum Removal {
    /** It is marked as being removed. */
    BEGUN,
    /** It is not as it was read. */
    CHANGED,
    /** The registration is not open. */
    ENDED
  }

  /** Marks one as being removed, as long as the registration is open and it is as it was read. */
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

  /** Counts a check of a PENDING one and gives it back; nothing when it is not PENDING. */
  Optional<Item> checking(ObjectKey key) {
    return Table.runReturning(pending(key).add("checks", 1));
  }

  /** Records that a PENDING one is good. */
  boolean ready(ObjectKey key) {
    return Table.run(pending(key).set(STATE, DraftFile.State.READY));
  }

  /** Records that a PENDING one is refused. */
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
