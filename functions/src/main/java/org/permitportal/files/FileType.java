package org.permitportal.files;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The types of files that people may upload. They are recognized by content, never by name. */
@SuppressWarnings("ImmutableEnumChecker") // Both lists come from List.of.
public enum FileType {
  PDF(List.of("application/pdf"), List.of("pdf")),
  JPEG(List.of("image/jpeg"), List.of("jpg", "jpeg", "jpe", "jfif")),
  PNG(List.of("image/png"), List.of("png")),
  HEIC(List.of("image/heic", "image/heif"), List.of("heic", "heif")),
  TIFF(List.of("image/tiff"), List.of("tif", "tiff"));

  private final List<String> mediaTypes;
  private final List<String> extensions;

  FileType(List<String> mediaTypes, List<String> extensions) {
    this.mediaTypes = mediaTypes;
    this.extensions = extensions;
  }

  /** Returns the media type to store and serve, for example {@code image/jpeg}. */
  public String mediaType() {
    return mediaTypes.getFirst();
  }

  /** Returns the name endings of this type without the dot, lower case, the usual one first. */
  public List<String> extensions() {
    return extensions;
  }

  /** Returns a stored type: a media type or, in older items, a constant's name. */
  static FileType stored(String text) {
    FileType type = ofMediaType(text);
    return type == null ? valueOf(text) : type;
  }

  /**
   * Returns the type that a client declared, in upper or lower case, or null when it is not one of
   * these. A media type with parameters is not one of these.
   */
  public static @Nullable FileType ofMediaType(String mediaType) {
    String wanted = mediaType.strip().toLowerCase(Locale.ROOT);
    for (FileType type : values()) {
      if (type.mediaTypes.contains(wanted)) {
        return type;
      }
    }
    return null;
  }
}
