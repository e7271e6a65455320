package org.permitportal.files;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.FileRecord.State;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Write;

/**
 * Stores the files of one kind of owner, in this kind's table and in the owner's partition. Each
 * file is an item, e.g. {@code DRAFT#id / FILE#id}. One more item, e.g. {@code DRAFT#id / FILE},
 * has the counts: for each of the city's file rules, the number of files that count toward its
 * limit. It also has a version, which increases with each change of a count.
 */
public final class FileStore {
  private static final String COUNT = "of_";

  /**
   * The condition that a file is awaited. Items from the portal's previous version have no {@code
   * addedAt}.
   */
  private static final String AWAITED =
      "#state = :pending AND (attribute_not_exists(#addedAt) OR #addedAt > :since)";

  private final Table table;
  private final String prefix;
  private final String sort;

  /**
   * @param prefix the kind of owner, with which the keys of its objects begin; in upper case, also
   *     its partition keys. For example {@code draft} in {@code draft/id/fileId} and {@code
   *     DRAFT#id}
   * @param sort the beginning of the files' sort keys, e.g. {@code FILE#}
   */
  public FileStore(Table table, String prefix, String sort) {
    this.table = table;
    this.prefix = prefix;
    this.sort = sort;
  }

  String prefix() {
    return prefix;
  }

  /** Returns the object key for a new file of the owner. */
  ObjectKey key(String ownerId, String fileId) {
    return new ObjectKey(prefix, ownerId, fileId);
  }

  public Optional<FileRecord> find(String ownerId, String fileId) {
    return item(ownerId, fileId).map(FileRecord::from);
  }

  /** Reads a file's item, which includes the attributes that only its kind of owner stores. */
  public Optional<Item> item(String ownerId, String fileId) {
    return table.get(pk(ownerId), sort + fileId);
  }

  /**
   * Returns the write that stores a new file. Its condition fails when a file with this id exists.
   *
   * @param more adds the attributes that only this kind of owner stores
   */
  public Write create(FileRecord file, UnaryOperator<Item> more) {
    return table.put(more.apply(file.item(pk(file.ownerId()), sort + file.id()))).whenAbsent();
  }

  /**
   * Returns the write that changes a file's state. Its condition fails when the state has changed
   * since the file was read.
   */
  public Write become(FileRecord file, State next) {
    if (!file.state().next().contains(next)) {
      throw new IllegalStateException("A " + file.state() + " file cannot become " + next);
    }
    return update(file).when("#state = :seen", "seen", file.state()).set("state", next);
  }

  /**
   * Returns an update of a file, to which the caller adds the changes. Its condition fails when the
   * file is not READY.
   */
  public Write whenReady(FileRecord file) {
    return update(file).when("#state = :ready", "ready", State.READY);
  }

  /**
   * Counts one more check of an awaited file.
   *
   * @return the item, in which {@code checks} is the number of checks that have begun, including
   *     this one; if the file is not awaited, the unchanged item
   */
  Table.Shown checking(ObjectKey key, Instant now) {
    return Table.runShowing(
        awaited(table.update(pk(key.ownerId()), sort + key.fileId()), now).add("checks", 1));
  }

  /**
   * Returns the write that stores the result of a check. Its condition fails when the file is no
   * longer awaited.
   */
  Write checked(FileRecord file, State next, Instant now) {
    return awaited(become(file, next), now).set("checkedAt", now);
  }

  void delete(FileRecord file) {
    Table.run(table.delete(pk(file.ownerId()), sort + file.id()));
  }

  /** Removes the counts of an owner that has no more files. */
  public void forget(String ownerId) {
    Table.run(table.delete(pk(ownerId), counts()));
  }

  /**
   * Returns the write that adds a file to the count. Its condition fails when the count has reached
   * {@code most}, or when the owner's files were never counted.
   */
  Write take(String ownerId, String rule, int most) {
    // A count is below zero when a file was released before any count: the files were never
    // counted.
    String count = "#" + COUNT + rule;
    return counts(ownerId, rule, 1)
        .when(count + " >= :none AND " + count + " < :most", "none", 0, "most", most);
  }

  /** Returns the write that takes a file off the count. */
  Write release(String ownerId, String rule) {
    return counts(ownerId, rule, -1);
  }

  /** An owner's files and the version of their counts. The version is read before the files. */
  record Counted(@Nullable Long version, List<FileRecord> files) {}

  /** Reads all files of an owner by one query. */
  Counted counted(String ownerId) {
    List<Item> items = table.query(pk(ownerId)).between(counts(), sort + "~").all();
    return new Counted(
        items.stream()
            .filter(item -> item.sk().equals(counts()))
            .findFirst()
            .map(item -> item.number("version"))
            .orElse(null),
        FileRecord.among(items, sort));
  }

  /**
   * Returns the write that stores a new count of the files. Its condition fails when a count was
   * changed in the meantime.
   */
  Write recount(String ownerId, String rule, long taken, @Nullable Long version) {
    Write write = table.update(pk(ownerId), counts()).set(COUNT + rule, taken).add("version", 1);
    return version == null ? write.whenAbsent() : write.when("#version = :read", "read", version);
  }

  private Write counts(String ownerId, String rule, long change) {
    return table.update(pk(ownerId), counts()).add(COUNT + rule, change).add("version", 1);
  }

  private String counts() {
    return sort.substring(0, sort.length() - 1);
  }

  private Write update(FileRecord file) {
    return table.update(pk(file.ownerId()), sort + file.id());
  }

  private static Write awaited(Write update, Instant now) {
    return update.when(AWAITED, "pending", State.PENDING, "since", now.minus(FileRecord.AWAITED));
  }

  private String pk(String ownerId) {
    return prefix.toUpperCase(Locale.ROOT) + "#" + ownerId;
  }
}
