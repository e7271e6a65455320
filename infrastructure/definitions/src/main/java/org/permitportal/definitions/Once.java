package org.permitportal.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reports values that occur twice, in one file or in two files. Upper and lower case make no
 * difference.
 */
final class Once {
  private record Found(YamlFile file, String place) {}

  private final Problems problems;
  private final Map<String, Found> seen = new HashMap<>();

  Once(Problems problems) {
    this.problems = problems;
  }

  /**
   * Adds a value. Reports it if it was added before.
   *
   * @param what the beginning of the message before the value, such as {@code prefix '}
   */
  void add(YamlFile file, String place, JsonNode value, String what) {
    if (!value.isTextual()) {
      return;
    }
    Found first = seen.putIfAbsent(value.asText().toLowerCase(Locale.ROOT), new Found(file, place));
    if (first != null) {
      int line = first.file.line(first.place);
      String where = first.file.equals(file) ? "line " + line : first.file.name() + ":" + line;
      file.problem(problems, place, what + value.asText() + "' is used at " + where + " already");
    }
  }
}
