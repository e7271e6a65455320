package org.permitportal.contents;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads a file's bytes at absolute positions. A read past the end means that the file was cut off.
 * All reads together are limited to 16 times the file's length plus 64 KiB.
 */
public final class StoredBytes {
  private static final int READ_TIMES = 16;
  private static final long READ_AT_LEAST = 64 << 10;

  private final MemorySegment bytes;
  private final Effort reading;

  /** Creates a reader for a file that is mapped into memory. */
  public StoredBytes(MemorySegment bytes) {
    this.bytes = bytes;
    this.reading = new Effort(bytes.byteSize() * READ_TIMES + READ_AT_LEAST);
  }

  /** Returns the file's length in bytes. */
  public long length() {
    return bytes.byteSize();
  }

  void require(long at, long count) throws DamagedFile {
    if (at < 0 || count < 0 || at > length() - count) {
      throw new DamagedFile();
    }
  }

  int u8(long at) throws DamagedFile {
    read(at, 1);
    return bytes.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
  }

  /** Reads a big-endian number. */
  int u16(long at) throws DamagedFile {
    return u8(at) << 8 | u8(at + 1);
  }

  /** Reads a big-endian number. */
  long u32(long at) throws DamagedFile {
    return (long) u16(at) << 16 | u16(at + 2);
  }

  /** Reads 8 bytes as a big-endian number. A value of 2^63 or more means a damaged file. */
  long u64(long at) throws DamagedFile {
    long value = u32(at) << 32 | u32(at + 4);
    if (value < 0) {
      throw new DamagedFile();
    }
    return value;
  }

  /** Reads 4 bytes as Latin-1 text, e.g. the name of a box or chunk. */
  String name(long at) throws DamagedFile {
    read(at, 4);
    byte[] name = bytes.asSlice(at, 4).toArray(ValueLayout.JAVA_BYTE);
    return new String(name, StandardCharsets.ISO_8859_1);
  }

  ByteBuffer slice(long at, long count) throws DamagedFile {
    read(at, count);
    return bytes.asSlice(at, count).asByteBuffer();
  }

  private void read(long at, long count) throws DamagedFile {
    require(at, count);
    try {
      reading.spend(count);
    } catch (IOException _) {
      throw new DamagedFile();
    }
  }

  /** Returns whether the file begins with these bytes. */
  public boolean startsWith(int... expected) {
    if (length() < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((bytes.get(ValueLayout.JAVA_BYTE, i) & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
