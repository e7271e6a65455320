package org.permitportal.licences;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/**
 * Counts what an account has of something there can be only so many of, {@code ACCOUNT#id /
 * PLACES#what}: a place is taken before its item is written, so that of many asked for at once
 * never too many are. Places whose item was never written, or is gone by itself, are found when all
 * seem taken: then the items are counted.
 */
@Singleton
class Places {
  /** Longer than any request lasts: whoever took a place has written its item by then. */
  private static final Duration QUIET = Duration.ofMinutes(1);

  private static final int TRIES = 4;
  private final Table table;
  private final Clock clock;

  Places(Tables tables, Clock clock) {
    this.table = tables.named("accounts");
    this.clock = clock;
  }

  /** What is counted. */
  enum What {
    FILES,
    LICENCES
  }

  /**
   * Takes a place; one call where there is one.
   *
   * @param there how many items there are; asked when nothing was counted yet or all seem taken
   * @return false when there is none
   */
  boolean take(String accountId, What what, int most, IntSupplier there) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Instant now = clock.instant();
      Item full =
          Table.runOrShow(
                  counter(accountId, what)
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
      Write anew = counter(accountId, what).set("taken", counted + 1).set("changedAt", now);
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

  /** Gives a place back; one that is not given back is found later. */
  void release(String accountId, What what) {
    Table.run(counter(accountId, what).add("taken", -1).when("#taken > :none", "none", 0));
  }

  private Write counter(String accountId, What what) {
    return table.update(AccountFile.pk(accountId), "PLACES#" + what);
  }
}
