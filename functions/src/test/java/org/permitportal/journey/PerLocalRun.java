package org.permitportal.journey;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A value for each {@link LocalRun}. All test classes on the same local run share the value. */
public final class PerLocalRun<T> {
  private final Map<LocalRun, T> values = new ConcurrentHashMap<>();
  private final Supplier<T> first;

  private PerLocalRun(Supplier<T> first) {
    this.first = first;
  }

  /** Returns a holder of values. The supplier makes each value at its first use. */
  public static <T> PerLocalRun<T> of(Supplier<T> first) {
    return new PerLocalRun<>(first);
  }

  /** Returns the value of this thread's local run, or empty when the thread has no local run. */
  public Optional<T> find() {
    return LocalRun.here().map(run -> values.computeIfAbsent(run, _ -> first.get()));
  }

  /** Returns the value of this thread's local run. */
  public T get() {
    return values.computeIfAbsent(LocalRun.current(), _ -> first.get());
  }
}
