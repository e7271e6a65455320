package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Counts something there can be only so many of: a place is taken before its item is written, so
 * that of many asked for at once never too many are. Places whose item was never written, or is
 * gone by itself, are found when all seem taken: then the items are counted.
 *
 * <p>The count is kept in {@code taken} and {@code changedAt} of an item that the owner of the
 * things names, by an update of it without a condition.
 */
@Singleton
public class CapacityCounter {
  /** Longer than any request lasts: whoever took a place has written its item by then. */
  private static final Duration QUIET = Duration.ofMinutes(1);

  private static final int TRIES = 4;
  private final Clock clock;

  CapacityCounter(Clock clock) {
    this.clock = clock;
  }

  /**
   * Takes a place; one call where there is one.
   *
   * @param counter a new update of the item with the count
   * @param there how many items there are; asked when nothing was counted yet or all seem taken
   * @return false when there is none
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
   * Gives a place back; one that is not given back is found later.
   *
   * @param counter an update of the item with the count
   */
  public void release(Write counter) {
    Table.run(counter.add("taken", -1).when("#taken > :none", "none", 0));
  }
}
