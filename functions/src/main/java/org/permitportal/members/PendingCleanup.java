package org.permitportal.members;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/**
 * Stores notes of what to clean up when a use case stops early: pool users who belong to nobody,
 * and accounts whose closing was not finished. A note is written before or with the write that
 * makes it necessary, and deleted when everything is done. The sweep takes care of the notes that
 * are left.
 */
@Singleton
class PendingCleanup {
  private static final String PARTITION = "LOOSE-ENDS";
  private final Table table;

  PendingCleanup(Tables tables) {
    this.table = tables.named("accounts");
  }

  /** What has to be cleaned up. */
  enum Kind {
    /** A pool user, to be deleted unless the user has a membership by then. */
    USER,
    /** A closed account that may still have members. */
    ACCOUNT
  }

  /** A note; the sweep may act on it from {@code after} on. */
  record End(Kind kind, String id, Instant after) {}

  /**
   * Returns the write of a note.
   *
   * @param after when the sweep may first act on it
   */
  Write note(Kind kind, String id, Instant after) {
    return table.put(
        Item.of(PARTITION, sort(kind, id)).with("kind", kind).with("id", id).with("after", after));
  }

  /** Returns the write that deletes a note, when everything is done. */
  Write done(Kind kind, String id) {
    return table.delete(PARTITION, sort(kind, id));
  }

  /** Returns the notes that the sweep may act on now; one query. */
  List<End> due(Instant now) {
    return table.query(PARTITION).all().stream()
        .map(
            item ->
                new End(item.constant("kind", Kind.class), item.text("id"), item.instant("after")))
        .filter(end -> !end.after().isAfter(now))
        .toList();
  }

  private static String sort(Kind kind, String id) {
    return kind.name() + "#" + id;
  }
}
