package org.permitportal.contents;

import org.jspecify.annotations.Nullable;

/**
 * Checks a JPEG's segments (ITU-T T.81 annex B) from the start to the end of the image, without
 * decoding a pixel. It ignores bytes after the end, because phones append depth maps and previews
 * there.
 */
public final class JpegCheck {
  private static final int FILL = 0xFF;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;

  private JpegCheck() {}

  /**
   * Checks that a file is complete.
   *
   * @return the picture's size
   * @throws DamagedFile when the file is not complete
   */
  public static Dimensions check(StoredBytes bytes) throws DamagedFile {
    Dimensions frame = null;
    boolean scanned = false;
    long at = 2;
    while (true) {
      at = afterNextMarker(bytes, at);
      int marker = bytes.u8(at - 1);
      if (marker == END_OF_IMAGE) {
        return whole(frame, scanned);
      }
      int length = bytes.u16(at);
      if (length < 2) {
        throw new DamagedFile();
      }
      bytes.require(at, length);
      if (isFrame(marker)) {
        frame = new Dimensions(bytes.u16(at + 5), bytes.u16(at + 3));
      }
      scanned |= marker == START_OF_SCAN;
      at += length;
    }
  }

  private static Dimensions whole(@Nullable Dimensions frame, boolean scanned) throws DamagedFile {
    if (frame == null || !scanned || frame.width() == 0 || frame.height() == 0) {
      throw new DamagedFile();
    }
    return frame;
  }

  /**
   * Finds the position after the next marker of a segment. It skips compressed data and stray
   * bytes, in which no such marker follows the byte FF.
   */
  private static long afterNextMarker(StoredBytes bytes, long from) throws DamagedFile {
    long at = from;
    while (true) {
      while (bytes.u8(at) != FILL) {
        at++;
      }
      while (bytes.u8(at) == FILL) {
        at++;
      }
      int marker = bytes.u8(at);
      at++;
      boolean standsAlone = marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD8);
      if (!standsAlone) {
        return at;
      }
    }
  }

  /**
   * Returns whether a marker begins a frame (SOF0 to SOF15). The markers DHT, JPG and DAC are in
   * the same range of codes but begin no frame.
   */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }
}
