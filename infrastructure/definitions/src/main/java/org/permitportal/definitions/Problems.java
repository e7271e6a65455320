package org.permitportal.definitions;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The mistakes found so far, in all files. */
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
   * @param line counted from 1; 0 where the whole file is meant
   * @param place as made by {@link Place}; empty where there is none
   */
  void add(String file, int line, String place, String text) {
    found.add(new Problem(file, line, place, text));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** One line a mistake, in the order of the files' lines, none twice. */
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
