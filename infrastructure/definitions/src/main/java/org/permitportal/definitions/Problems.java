package org.permitportal.definitions;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Collects the mistakes in all files. */
final class Problems {
  private record Problem(String file, int line, String place, String text) {
    @Override
    public String toString() {
      String where = line == 0 ? file : file + ":" + line;
      return place.isEmpty() ? where + ": " + text : where + ": " + place + ": " + text;
    }
  }

  private final List<Problem> found = new ArrayList<>();

  /**
   * Adds a mistake.
   *
   * @param line the line, counted from 1; 0 when the mistake concerns the whole file
   * @param place a path made by {@link Place}; empty when the mistake has no place
   */
  void add(String file, int line, String place, String text) {
    found.add(new Problem(file, line, place, text));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Prints one line for each mistake, sorted by file and line, without duplicates. */
  void print(PrintStream to) {
    lines().forEach(to::println);
  }

  Stream<String> lines() {
    return found.stream()
        .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
        .map(Problem::toString)
        .distinct();
  }
}
