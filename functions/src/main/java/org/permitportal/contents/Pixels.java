package org.permitportal.contents;

/** Limits the number of pixels of a picture, because a viewer keeps all pixels in memory. */
public final class Pixels {
  /**
   * The most pixels that a picture may have. A sheet of 36 × 48 inches scanned at 600 dpi has 622
   * million.
   */
  public static final long MAX = 1_000_000_000;

  private Pixels() {}

  /**
   * Returns the number of pixels. Both sides are below 2^32. If their product is too large for a
   * long, the result is the largest long.
   */
  public static long of(Dimensions dimensions) {
    long high = Math.multiplyHigh(dimensions.width(), dimensions.height());
    long product = dimensions.width() * dimensions.height();
    return high != 0 || product < 0 ? Long.MAX_VALUE : product;
  }
}
