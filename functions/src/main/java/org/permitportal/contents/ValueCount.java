package org.permitportal.contents;

import java.io.IOException;

/**
 * Counts the values in the text of a PDF's objects. It finds the beginnings of values, but does not
 * parse the values.
 */
final class ValueCount {
  private final Effort values;
  private boolean within;

  ValueCount(Effort values) {
    this.values = values;
  }

  void add(byte[] text, int length) throws IOException {
    int begun = 0;
    for (int i = 0; i < length; i++) {
      switch (text[i]) {
        // Each of these characters begins a value. A dictionary begins with two of them, so it
        // counts twice.
        case '<', '[', '(' -> {
          begun += 2;
          within = false;
        }
        case '/' -> {
          begun += 3;
          within = true;
        }
        case 0, '\t', '\n', '\f', '\r', ' ', '>', ']', ')' -> within = false;
        default -> {
          begun += within ? 0 : 1;
          within = true;
        }
      }
    }
    values.spend(begun);
  }
}
