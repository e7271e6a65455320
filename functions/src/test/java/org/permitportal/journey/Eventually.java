package org.permitportal.journey;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for results that an event or a stream causes later. */
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Eventually() {}

  /**
   * Waits until the supplier has a value, and returns the value.
   *
   * @throws AssertionError when the supplier never has a value
   */
  public static <T> T get(String what, Supplier<Optional<T>> supplier) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Optional<T> found = supplier.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("Waited in vain for " + what);
      }
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("Interrupted waiting for " + what, e);
      }
    }
  }
}
