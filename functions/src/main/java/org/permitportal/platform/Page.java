package org.permitportal.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a longer list.
 *
 * @param next the cursor for the following page, or null for the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {
  /** Returns this page with each item converted. */
  public <U> Page<U> map(Function<T, U> change) {
    return new Page<>(items.stream().map(change).toList(), next);
  }
}
