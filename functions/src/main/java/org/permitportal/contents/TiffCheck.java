package org.permitportal.contents;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a TIFF 6.0 file in either byte order. Each directory, and each strip or tile that a
 * directory names, must lie inside the file. No pixel is decoded.
 */
public final class TiffCheck {
  private static final int IMAGE_WIDTH = 256;
  private static final int IMAGE_LENGTH = 257;
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_BYTE_COUNTS = 279;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTE_COUNTS = 325;
  private static final int ENTRY = 12;
  private static final int MAX_DIRECTORIES = 1_000;

  private final StoredBytes bytes;
  private final boolean littleEndian;
  private long piecesLeft;

  private TiffCheck(StoredBytes bytes) {
    this.bytes = bytes;
    this.littleEndian = bytes.startsWith('I', 'I');
    // Limit the number of strips and tiles to the number of bytes. A malicious file could name the
    // same list of strips in many directories. A normal file has fewer strips than bytes.
    this.piecesLeft = bytes.length();
  }

  /**
   * Checks that a file is complete.
   *
   * @return the first picture's size
   * @throws DamagedFile when the file is not complete
   */
  public static Dimensions check(StoredBytes bytes) throws DamagedFile {
    return new TiffCheck(bytes).walk();
  }

  private Dimensions walk() throws DamagedFile {
    Dimensions first = null;
    Set<Long> seen = new HashSet<>();
    long at = u32(4);
    do {
      if (at < 8 || !seen.add(at) || seen.size() > MAX_DIRECTORIES) {
        throw new DamagedFile();
      }
      Dimensions page = directory(at);
      first = first == null ? page : first;
      at = u32(at + 2 + (long) u16(at) * ENTRY);
    } while (at != 0);
    return first;
  }

  private Dimensions directory(long at) throws DamagedFile {
    Values width = null;
    Values height = null;
    Values offsets = null;
    Values counts = null;
    int entries = u16(at);
    bytes.require(at, 2 + (long) entries * ENTRY + 4);
    for (int i = 0; i < entries; i++) {
      long entry = at + 2 + (long) i * ENTRY;
      switch (u16(entry)) {
        case IMAGE_WIDTH -> width = values(entry);
        case IMAGE_LENGTH -> height = values(entry);
        case STRIP_OFFSETS, TILE_OFFSETS -> offsets = values(entry);
        case STRIP_BYTE_COUNTS, TILE_BYTE_COUNTS -> counts = values(entry);
        default -> {}
      }
    }
    pieces(offsets, counts);
    if (width == null || height == null || value(width, 0) == 0 || value(height, 0) == 0) {
      throw new DamagedFile();
    }
    return new Dimensions(value(width, 0), value(height, 0));
  }

  private void pieces(@Nullable Values offsets, @Nullable Values counts) throws DamagedFile {
    if (offsets == null || counts == null || offsets.count != counts.count) {
      throw new DamagedFile();
    }
    piecesLeft -= offsets.count;
    if (piecesLeft < 0) {
      throw new DamagedFile();
    }
    for (long i = 0; i < offsets.count; i++) {
      bytes.require(value(offsets, i), value(counts, i));
    }
  }

  /**
   * Finds the SHORT or LONG values of a directory's entry. Values of up to four bytes in total are
   * in the entry itself.
   */
  private Values values(long entry) throws DamagedFile {
    int size =
        switch (u16(entry + 2)) {
          case 3 -> 2;
          case 4 -> 4;
          default -> throw new DamagedFile();
        };
    long count = u32(entry + 4);
    long at = count * size <= 4 ? entry + 8 : u32(entry + 8);
    if (count == 0) {
      throw new DamagedFile();
    }
    bytes.require(at, count * size);
    return new Values(at, size, count);
  }

  private long value(Values values, long index) throws DamagedFile {
    long at = values.at + index * values.size;
    return values.size == 2 ? u16(at) : u32(at);
  }

  private int u16(long at) throws DamagedFile {
    int value = bytes.u16(at);
    return littleEndian ? Short.toUnsignedInt(Short.reverseBytes((short) value)) : value;
  }

  private long u32(long at) throws DamagedFile {
    long value = bytes.u32(at);
    return littleEndian ? Integer.toUnsignedLong(Integer.reverseBytes((int) value)) : value;
  }

  private record Values(long at, int size, long count) {}
}
