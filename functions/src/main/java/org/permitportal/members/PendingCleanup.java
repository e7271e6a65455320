package org.permitportal.members;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/**
 * What may be left when a use case breaks off: users of the pool that belong to nobody, accounts
 * whose closing did not reach its end. Noted before or with the write that makes it possible, gone
 * when all is done; the sweep looks after the rest.
 */
@Singleton
class PendingCleanup {
  private static final String PARTITION = "LOOSE-ENDS";
  private final Table table;

  PendingCleanup(Tables tables) {
    this.table = tables.named("accounts");
  }

  /** What it is. */
  enum Kind {
    /** A user of the pool to be deleted unless it is somebody's by then. */
    USER,
    /** An account that is closed and may still have members. */
    ACCOUNT
  }

  /** One of them. */
  record End(Kind kind, String id, Instant after) {}

  /**
   * Notes one.
   *
   * @param after when the sweep may look after it
   */
  Write note(Kind kind, String id, Instant after) {
    return table.put(
        Item.of(PARTITION, sort(kind, id)).with("kind", kind).with("id", id).with("after", after));
  }

  /** All is done. */
  Write done(Kind kind, String id) {
    return table.delete(PARTITION, sort(kind, id));
  }

  /** Those to look after now; one query. */
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
