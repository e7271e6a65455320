package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Limits how many items of a kind can exist. Reserve a slot before writing an item, so that
 * concurrent requests cannot exceed the limit. A slot can stay reserved although its item was never
 * written or has expired. So when all slots seem taken, the counter counts the existing items
 * again.
 *
 * <p>The count is in the attributes {@code taken} and {@code changedAt} of an item that the calling
 * code chooses. The calling code passes an update of that item without a condition.
 */
@Singleton
public class CapacityCounter {
  /**
   * Longer than any request lasts, so a request that reserved a slot has written its item by then.
   */
  private static final Duration QUIET = Duration.ofMinutes(1);

  private static final int TRIES = 4;
  private final Clock clock;

  CapacityCounter(Clock clock) {
    this.clock = clock;
  }

  /**
   * Reserves a slot. Takes one database call when a slot is known to be free.
   *
   * @param counter makes a new update of the item with the count
   * @param most the largest number of items
   * @param there counts the items that exist; asked when nothing was counted yet or all slots seem
   *     taken
   * @return false when no slot is free
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
   * Releases a slot. A slot that is not released is found later, when all slots seem taken.
   *
   * @param counter an update of the item with the count
   */
  public void release(Write counter) {
    Table.run(counter.add("taken", -1).when("#taken > :none", "none", 0));
  }
}
