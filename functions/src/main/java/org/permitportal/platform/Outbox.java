package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * The outbox for notices. A notice is written in the same transaction as the change that it
 * reports. The function {@code deliverNotices} reads the notice from the table's stream and sends
 * it. Each notice is sent at least once.
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

  /** Returns the write that puts a notice into the outbox. */
  public Write write(Notice notice) {
    return write(ids.ulid(), notice);
  }

  /**
   * Returns the write that puts a notice into the outbox under a given id. When a request is
   * repeated with the same id, only one notice is sent.
   */
  public Write write(String id, Notice notice) {
    return table.put(
        Item.of("OUTBOX#" + id, SORT)
            .with("state", "PENDING")
            .with("event", notice.mail().template())
            .with("recipientId", notice.recipientId())
            .with("values", notice.values())
            .with("madeAt", clock.instant())
            .with("ttl", clock.instant().plus(KEPT).getEpochSecond()));
  }
}
