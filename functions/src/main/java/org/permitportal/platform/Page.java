package org.permitportal.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a longer list.
 *
 * @param next the cursor of the following page, or null when this is the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
  /** Returns this page with each item converted. */
  public <U> Page<U> map(Function<T, U> change) {
    return new Page<>(items.stream().map(change).toList(), next);
  }
}
