package org.permitportal.contents;

import java.io.IOException;

/**
 * The number of bytes or values that a check may still process. Work is counted, not timed, so that
 * the same file always gets the same answer. An effort that is spent stays spent, because PDFBox
 * continues after many exceptions.
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
