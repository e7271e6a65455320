package org.permitportal.definitions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads CSV (RFC 4180). */
final class Csv {
  /** A row. Its fields are stored by column name. */
  record Row(Map<String, String> fields) {
    String get(String column) {
      return Optional.ofNullable(fields.get(column))
          .orElseThrow(() -> new IllegalArgumentException("no column " + column));
    }
  }

  private Csv() {}

  /** Returns the rows below the first line. The first line has the names of the columns. */
  static List<Row> rows(String text) {
    List<List<String>> records = records(text);
    List<String> names = records.removeFirst();
    List<Row> rows = new ArrayList<>();
    for (List<String> fields : records) {
      if (fields.size() != names.size()) {
        throw new IllegalArgumentException("other number of fields than columns: " + fields);
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        row.put(names.get(i), fields.get(i));
      }
      rows.add(new Row(row));
    }
    return rows;
  }

  private static List<List<String>> records(String text) {
    List<List<String>> records = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        field.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted || (c != ',' && c != '\n')) {
        field.append(c);
      } else {
        fields.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          records.add(fields);
          fields = new ArrayList<>();
        }
      }
    }
    return records;
  }
}
