package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Limits tries, so that nobody can guess codes or passwords. A time window begins with the first
 * try and allows a number of tries. After its end, the next try begins a new window. Keys contain
 * ids and IP addresses of callers, but never a person's input.
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
   * Counts one try. An allowed try usually takes one database call.
   *
   * @param key names the thing that is tried and the caller, e.g. {@code login#<user>#<address>}
   * @throws Problem 429 when the window already has {@code limit} tries; it says how long to wait
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

  /** Forgets a key's tries, for example after a success. */
  public void forget(String key) {
    Table.run(forgetting(key));
  }

  /** Returns the write that forgets a key's tries. It can be part of a transaction. */
  public Write forgetting(String key) {
    return table.delete(key, SORT);
  }
}
