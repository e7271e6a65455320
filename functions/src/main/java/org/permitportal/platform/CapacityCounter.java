package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Limits how many items of a kind can exist. Callers reserve a slot before they write an item, so
 * that concurrent requests cannot exceed the limit. A slot can stay reserved when its item was
 * never written or has expired. So the counter counts the items again when all slots seem to be
 * reserved.
 *
 * <p>A counter item holds the number of reserved slots ({@code taken}) and the time of its last
 * change ({@code changedAt}). The caller chooses the counter item and passes an update of it that
 * has no condition yet.
 */
@Singleton
public class CapacityCounter {
  /**
   * The time after the last reservation before items are counted again. It is longer than any
   * request lasts, so every request that reserved a slot has written its item by then.
   */
  private static final Duration QUIET = Duration.ofMinutes(1);

  private static final int TRIES = 4;
  private final Clock clock;

  CapacityCounter(Clock clock) {
    this.clock = clock;
  }

  /**
   * Reserves a slot. Takes one database call when the counter item shows a free slot.
   *
   * @param counter makes a new update of the counter item
   * @param most the largest number of items
   * @param there counts the existing items; called when the counter item does not exist yet, or
   *     when all slots seem to be reserved
   * @return whether a slot was reserved
   */
  public boolean take(Supplier<Write> counter, int most, IntSupplier there) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Instant now = clock.instant();
      Item full =
          Table.runOrShow(
                  counter
                      .get()
                      .add("taken", 1)
                      .set("changedAt", now)
                      .when("#taken < :most", "most", most))
              .orElse(null);
      if (full == null) {
        return true;
      }
      Instant changedAt = full.optionalInstant("changedAt");
      if (changedAt != null && changedAt.plus(QUIET).isAfter(now)) {
        return false;
      }
      int counted = there.getAsInt();
      if (counted >= most) {
        return false;
      }
      Write anew = counter.get().set("taken", counted + 1).set("changedAt", now);
      Write unless =
          changedAt == null
              ? anew.when("attribute_not_exists(#taken)")
              : anew.when("#changedAt = :seen", "seen", changedAt);
      if (Table.run(unless)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Releases a slot. Without this call the slot becomes free at the next count of the items.
   *
   * @param counter a new update of the counter item
   */
  public void release(Write counter) {
    Table.run(counter.add("taken", -1).when("#taken > :none", "none", 0));
  }
}
