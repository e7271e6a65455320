package org.permitportal.members;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/**
 * Stores notes about pool users without a membership, about accounts whose closing is not finished
 * and about claims that take effect later. Such users and accounts remain when a use case stops
 * early. A note is written before the write that makes it necessary, or together with it. The use
 * case deletes the note when everything is done. The sweep processes the notes that remain.
 */
@Singleton
class PendingCleanup {
  private static final String PARTITION = "LOOSE-ENDS";
  private final Table table;

  PendingCleanup(Tables tables) {
    this.table = tables.named("accounts");
  }

  /** The kinds of things to clean up. */
  enum Kind {
    /** A user in the pool. The sweep deletes the user if there is no membership. */
    USER,
    /** A closed account that may still have members. */
    ACCOUNT,
    /** An account with an open {@link PrincipalClaim}. */
    CLAIM
  }

  /** A note. The sweep may process it from {@code after} on. */
  record End(Kind kind, String id, Instant after) {}

  /**
   * Returns the write that stores a note.
   *
   * @param after the time from which the sweep may process the note
   */
  Write note(Kind kind, String id, Instant after) {
    return table.put(
        Item.of(PARTITION, sort(kind, id)).with("kind", kind).with("id", id).with("after", after));
  }

  /** Returns the write that deletes a note. Run it when everything is done. */
  Write done(Kind kind, String id) {
    return table.delete(PARTITION, sort(kind, id));
  }

  /** Returns the notes that the sweep may process now. Takes one query. */
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
