package org.permitportal.contents;

import java.util.zip.CRC32;

/**
 * Checks a PNG's chunks (ISO/IEC 15948) and their CRCs up to IEND. It does not decompress pixels.
 */
public final class PngCheck {
  private static final int SIGNATURE = 8;
  private static final int AROUND_DATA = 12;

  private PngCheck() {}

  /**
   * Checks that a file is complete.
   *
   * @return the picture's size
   * @throws DamagedFile when the file is not complete
   */
  public static Dimensions check(StoredBytes bytes) throws DamagedFile {
    Dimensions dimensions = header(bytes);
    boolean pixels = false;
    long at = SIGNATURE;
    while (true) {
      long length = bytes.u32(at);
      bytes.require(at, length + AROUND_DATA);
      String name = bytes.name(at + 4);
      CRC32 crc = new CRC32();
      crc.update(bytes.slice(at + 4, length + 4));
      if (crc.getValue() != bytes.u32(at + 8 + length)) {
        throw new DamagedFile();
      }
      pixels |= name.equals("IDAT") && length > 0;
      if (name.equals("IEND")) {
        if (!pixels) {
          throw new DamagedFile();
        }
        return dimensions;
      }
      at += length + AROUND_DATA;
    }
  }

  private static Dimensions header(StoredBytes bytes) throws DamagedFile {
    long width = bytes.u32(SIGNATURE + 8);
    long height = bytes.u32(SIGNATURE + 12);
    boolean first = bytes.u32(SIGNATURE) == 13 && bytes.name(SIGNATURE + 4).equals("IHDR");
    if (!first || width == 0 || height == 0) {
      throw new DamagedFile();
    }
    return new Dimensions(width, height);
  }
}
