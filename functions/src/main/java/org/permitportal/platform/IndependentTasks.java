package org.permitportal.platform;

import java.util.List;
import java.util.function.Predicate;

/** Does something with each of many: one that fails holds up none of the others. */
public final class IndependentTasks {
  private IndependentTasks() {}

  /**
   * Runs it for all.
   *
   * @return for how many it did something
   * @throws RuntimeException the first failure, with the others, after all were tried
   */
  public static <T> int of(List<T> all, Predicate<T> does) {
    int done = 0;
    RuntimeException failure = null;
    for (T one : all) {
      try {
        done += does.test(one) ? 1 : 0;
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
    return done;
  }
}
