package org.permitportal.contents;

import java.io.IOException;

/**
 * The number of bytes or values that a check may still process. The limit is a number and not a
 * time, so that the same file always gets the same result. Once the limit is exceeded, {@link
 * #isSpent} stays true, because PDFBox catches many exceptions and continues.
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
