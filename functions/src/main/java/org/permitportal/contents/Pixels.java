package org.permitportal.contents;

/** How many pixels a picture has: what a viewer must hold once it decodes the file. */
public final class Pixels {
  /** A sheet of 36 × 48 inches scanned at 600 dpi has 622 million. */
  public static final long MAX = 1_000_000_000;

  private Pixels() {}

  /** Both sides are below 2^32, so the product may be too large for a long: then its maximum. */
  public static long of(Dimensions dimensions) {
    long high = Math.multiplyHigh(dimensions.width(), dimensions.height());
    long product = dimensions.width() * dimensions.height();
    return high != 0 || product < 0 ? Long.MAX_VALUE : product;
  }
}
