package org.permitportal.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads all pages of a list by following the cursors. */
public final class EveryPage {
  private EveryPage() {}

  /**
   * Returns the items of all pages.
   *
   * @param ask reads the page for a cursor; null stands for the first page
   */
  public static <T> List<T> of(Function<@Nullable String, Page<T>> ask) {
    List<T> all = new ArrayList<>();
    String cursor = null;
    do {
      Page<T> page = ask.apply(cursor);
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return all;
  }
}
