package org.permitportal.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reports values that occur twice, in one file or in two. Upper and lower case are the same. */
final class Once {
  private record Found(YamlFile file, String place) {}

  private final Problems problems;
  private final Map<String, Found> seen = new HashMap<>();

  Once(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reports the value if it was added before.
   *
   * @param what what the value is, with the quote before it, such as {@code prefix '}
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
