package org.permitportal.contents;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the boxes (sections) of a HEIC file (ISO/IEC 14496-12 and 23008-12). Each box must end
 * inside the file, and there must be a {@code meta} box, which describes the picture.
 */
public final class HeicCheck {
  private static final Set<String> HEVC_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");
  private static final Set<String> HEIF_BRANDS = Set.of("mif1", "mif2", "msf1");
  private static final Set<String> OTHER_CODINGS = Set.of("avif", "avis", "jpeg", "j2ki", "vvic");

  private HeicCheck() {}

  /**
   * Returns whether the {@code ftyp} box states a HEIC file: it names an HEVC brand, or its main
   * brand is HEIF and it names no other coding.
   */
  public static boolean looksLikeHeic(StoredBytes bytes) {
    try {
      if (!bytes.name(4).equals("ftyp")) {
        return false;
      }
      long end = bytes.u32(0);
      if (end < 16 || end > 1024) {
        return false;
      }
      bytes.require(0, end);
      boolean hevc = HEVC_BRANDS.contains(bytes.name(8));
      boolean heif = HEIF_BRANDS.contains(bytes.name(8));
      boolean other = OTHER_CODINGS.contains(bytes.name(8));
      for (long at = 16; at + 4 <= end; at += 4) {
        String brand = bytes.name(at);
        hevc |= HEVC_BRANDS.contains(brand);
        other |= OTHER_CODINGS.contains(brand);
      }
      return hevc || (heif && !other);
    } catch (DamagedFile _) {
      return false;
    }
  }

  /**
   * Checks that a file is complete.
   *
   * @return the picture's size, or null when the file doesn't state it
   * @throws DamagedFile when the file is not complete
   */
  public static @Nullable Dimensions check(StoredBytes bytes) throws DamagedFile {
    Dimensions largest = null;
    boolean described = false;
    for (long at = 0; at < bytes.length(); ) {
      Box box = box(bytes, at, bytes.length());
      if (box.name.equals("meta")) {
        described = true;
        largest = largestPicture(bytes, box);
      }
      at = box.end;
    }
    if (!described) {
      throw new DamagedFile();
    }
    return largest;
  }

  /**
   * Finds the largest size that the file states. If a picture consists of tiles, the file states
   * both the tiles' size and the picture's size. The largest size is the picture's.
   */
  private static @Nullable Dimensions largestPicture(StoredBytes bytes, Box meta)
      throws DamagedFile {
    Box properties = child(bytes, meta.content + 4, meta.end, "iprp");
    if (properties == null) {
      return null;
    }
    Box container = child(bytes, properties.content, properties.end, "ipco");
    if (container == null) {
      return null;
    }
    Dimensions largest = null;
    for (long at = container.content; at < container.end; ) {
      Box box = box(bytes, at, container.end);
      if (box.name.equals("ispe")) {
        var found = new Dimensions(bytes.u32(box.content + 4), bytes.u32(box.content + 8));
        if (largest == null || Pixels.of(found) > Pixels.of(largest)) {
          largest = found;
        }
      }
      at = box.end;
    }
    return largest;
  }

  private static @Nullable Box child(StoredBytes bytes, long from, long end, String name)
      throws DamagedFile {
    for (long at = from; at < end; ) {
      Box box = box(bytes, at, end);
      if (box.name.equals(name)) {
        return box;
      }
      at = box.end;
    }
    return null;
  }

  private static Box box(StoredBytes bytes, long at, long limit) throws DamagedFile {
    long size = bytes.u32(at);
    long header = 8;
    if (size == 1) {
      size = bytes.u64(at + 8);
      header = 16;
    } else if (size == 0) {
      size = limit - at;
    }
    if (size < header || size > limit - at) {
      throw new DamagedFile();
    }
    return new Box(bytes.name(at + 4), at + header, at + size);
  }

  private record Box(String name, long content, long end) {}
}
