package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts tries, so that guessing ends: a window begins with the first try, allows so many, and ends
 * by itself. Keys hold ids and addresses of callers, never what was typed.
 */
@Singleton
public class Attempts {
  private static final String SORT = "TRIES";
  private final Table table;
  private final Clock clock;

  public Attempts(Tables tables, Clock clock) {
    this.table = tables.named("attempts");
    this.clock = clock;
  }

  /**
   * Counts one try; one call when it is allowed.
   *
   * @param key what is tried and by whom, e.g. {@code login#<user>#<address>}
   * @throws Problem 429 when there were {@code limit} already, saying when the window ends
   */
  public void count(String key, int limit, Duration window) {
    Instant now = clock.instant();
    Instant end = now.plus(window);
    Write counted =
        table
            .update(key, SORT)
            .add("tries", 1)
            .setIfAbsent("endsAt", end)
            .setIfAbsent("ttl", end.getEpochSecond() + Duration.ofDays(1).toSeconds())
            .when(
                "attribute_not_exists(#pk) OR (#endsAt > :now AND #tries < :limit)",
                "now",
                now,
                "limit",
                limit);
    if (Table.run(counted)) {
      return;
    }
    Instant ends = table.get(key, SORT).map(i -> i.instant("endsAt")).orElse(now);
    if (ends.isAfter(now)) {
      throw Problem.tooMany(Duration.between(now, ends));
    }
    Write begunAnew =
        table
            .update(key, SORT)
            .set("tries", 1)
            .set("endsAt", end)
            .set("ttl", end.getEpochSecond() + Duration.ofDays(1).toSeconds())
            .when("attribute_not_exists(#pk) OR #endsAt <= :now", "now", now);
    if (!Table.run(begunAnew)) {
      throw Problem.tooMany(window);
    }
  }

  /** Forgets the tries of a key, as after a success. */
  public void forget(String key) {
    Table.run(forgetting(key));
  }

  /** The same as part of a transaction. */
  public Write forgetting(String key) {
    return table.delete(key, SORT);
  }
}
