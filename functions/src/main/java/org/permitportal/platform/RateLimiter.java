package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts tries, so that guessing ends: a window begins with the first try, allows so many, and ends
 * by itself. Keys hold ids and addresses of callers, never what was typed.
 */
@Singleton
public class RateLimiter {
  private static final String SORT = "TRIES";
  private static final Duration KEPT = Duration.ofDays(1);
  private final Table table;
  private final Clock clock;

  public RateLimiter(Tables tables, Clock clock) {
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
            .setIfAbsent("ttl", end.getEpochSecond() + KEPT.toSeconds())
            .when(
                "attribute_not_exists(#pk) OR (#endsAt > :now AND #tries < :limit)",
                "now",
                now,
                "limit",
                limit);
    Optional<Item> obstacle = Table.runOrShow(counted);
    if (obstacle.isEmpty()) {
      return;
    }
    Instant ends = obstacle.get().instant("endsAt");
    if (ends.isAfter(now)) {
      throw Problem.tooMany(Duration.between(now, ends));
    }
    Write begunAnew =
        table
            .update(key, SORT)
            .set("tries", 1)
            .set("endsAt", end)
            .set("ttl", end.getEpochSecond() + KEPT.toSeconds())
            .when("#endsAt <= :now", "now", now);
    if (!Table.run(begunAnew)) {
      // Somebody else's try has begun the next window meanwhile.
      count(key, limit, window);
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
