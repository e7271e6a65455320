package org.permitportal.platform;

import java.util.List;
import java.util.function.Predicate;

/** Runs a task for each item of a list. A failure for one item does not stop the other items. */
public final class IndependentTasks {
  private IndependentTasks() {}

  /**
   * Runs the task for every item.
   *
   * @param all the items
   * @param does the task, which returns whether it did something
   * @return the number of items for which the task did something
   * @throws RuntimeException the first failure, thrown after the last item; further failures are
   *     added as suppressed exceptions
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
