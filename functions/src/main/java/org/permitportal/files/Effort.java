package org.permitportal.files;

import java.io.IOException;

/**
 * How many bytes may still be worked on. Counted in bytes, not time, so that the same file always
 * gets the same answer. Once spent it stays spent: PDFBox goes on after many an exception.
 */
final class Effort {
  private long left;

  Effort(long bytes) {
    this.left = bytes;
  }

  void spend(long bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new IOException("Too much work");
    }
  }

  boolean isSpent() {
    return left < 0;
  }
}
