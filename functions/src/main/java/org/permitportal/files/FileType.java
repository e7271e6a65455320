package org.permitportal.files;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The types of files that people may upload. A file's content decides its type, never its name. */
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

  /** Returns the media type that the portal stores and sends, e.g. {@code image/jpeg}. */
  public String mediaType() {
    return mediaTypes.getFirst();
  }

  /**
   * Returns this type's file name endings, in lower case and without the dot. The usual ending is
   * first.
   */
  public List<String> extensions() {
    return extensions;
  }

  /** Returns the type for a stored text: a media type or, in older items, a constant's name. */
  static FileType stored(String text) {
    FileType type = ofMediaType(text);
    return type == null ? valueOf(text) : type;
  }

  /**
   * Returns the type for a media type that a client declared, or null when the portal does not
   * allow it. Upper and lower case make no difference. A media type with parameters is not allowed.
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
