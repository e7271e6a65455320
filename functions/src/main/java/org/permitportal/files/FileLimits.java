package org.permitportal.files;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a city accepts at one place of upload.
 *
 * @param types the allowed types, at least one
 * @param maxBytes the largest allowed length in bytes
 */
public record FileLimits(Set<FileType> types, long maxBytes) {
  public FileLimits {
    if (types.isEmpty() || maxBytes < 1) {
      throw new IllegalArgumentException("Limits need a type and a positive length");
    }
    types = Set.copyOf(EnumSet.copyOf(types));
  }
}
