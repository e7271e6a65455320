package org.permitportal.contents;

import java.io.IOException;

/**
 * How many bytes or values may still be worked on. Counted, not timed, so that the same file always
 * gets the same answer. Once spent it stays spent: PDFBox goes on after many an exception.
 */
final class Effort {
  private final long most;
  private long left;

  Effort(long most) {
    this.most = most;
    this.left = most;
  }

  void spend(long amount) throws IOException {
    left -= amount;
    if (left < 0) {
      throw new IOException("Too much work");
    }
  }

  long spent() {
    return most - left;
  }

  boolean isSpent() {
    return left < 0;
  }
}
