package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Limits tries, so that nobody can go on guessing. A window begins with the first try, allows a
 * number of tries, and ends by itself. Keys contain ids and addresses of callers, never what was
 * typed.
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
   * Counts one try. Takes one database call when the try is allowed.
   *
   * @param key what is tried and by whom, e.g. {@code login#<user>#<address>}
   * @throws Problem 429 when the window already has {@code limit} tries, saying when the window
   *     ends
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
      // Another try has begun the next window in the meantime.
      count(key, limit, window);
    }
  }

  /** Forgets the tries of a key, for example after a success. */
  public void forget(String key) {
    Table.run(forgetting(key));
  }

  /** Returns the write that forgets the tries of a key, for a transaction. */
  public Write forgetting(String key) {
    return table.delete(key, SORT);
  }
}
