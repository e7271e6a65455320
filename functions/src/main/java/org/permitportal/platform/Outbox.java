package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Where a use case puts a notice, in the transaction of what it tells of; {@code deliverNotices}
 * takes it from the table's stream. At least once, never not at all.
 */
@Singleton
public class Outbox {
  /** The sort key of every notice. */
  public static final String SORT = "NOTICE";

  private static final Duration KEPT = Duration.ofDays(90);
  private final Table table;
  private final Ids ids;
  private final Clock clock;

  public Outbox(Tables tables, Ids ids, Clock clock) {
    this.table = tables.named("notices");
    this.ids = ids;
    this.clock = clock;
  }

  /** The write that puts a notice into the outbox. */
  public Write write(Notice notice) {
    return write(ids.ulid(), notice);
  }

  /** The same under an id of the caller's, so that a repeated use case tells once. */
  public Write write(String id, Notice notice) {
    return table.put(
        Item.of("OUTBOX#" + id, SORT)
            .with("state", "PENDING")
            .with("event", notice.event())
            .with("to", notice.to())
            .with("recipientId", notice.recipientId())
            .with("language", notice.language())
            .with("values", notice.values())
            .with("madeAt", clock.instant())
            .with("ttl", clock.instant().plus(KEPT).getEpochSecond()));
  }
}
