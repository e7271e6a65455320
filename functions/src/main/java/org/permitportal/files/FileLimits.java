package org.permitportal.files;

import java.util.EnumSet;
import java.util.Set;
import org.permitportal.platform.FileSettings;

/**
 * The limits of one of the city's rules for uploads.
 *
 * @param types the allowed types; at least one
 * @param maxBytes the largest allowed length in bytes
 */
record FileLimits(Set<FileType> types, long maxBytes) {
  public FileLimits {
    if (types.isEmpty() || maxBytes < 1) {
      throw new IllegalArgumentException("Limits need a type and a positive length");
    }
    types = Set.copyOf(EnumSet.copyOf(types));
  }

  /**
   * Returns the limits of a rule in the city's file, without the types that the portal can't check.
   */
  public static FileLimits of(FileSettings.FileRule rule) {
    Set<FileType> types = EnumSet.noneOf(FileType.class);
    for (String mediaType : rule.types()) {
      FileType type = FileType.ofMediaType(mediaType);
      if (type != null) {
        types.add(type);
      }
    }
    return new FileLimits(types, rule.maxBytes());
  }
}
