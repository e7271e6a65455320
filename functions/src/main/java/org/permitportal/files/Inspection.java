package org.permitportal.files;

import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.permitportal.contents.Dimensions;

/** What the content check of an uploaded file found. */
public sealed interface Inspection {

  /**
   * The file is whole and is what it was declared to be.
   *
   * @param type by content
   * @param length in bytes
   * @param pages the number of pages of a PDF, else empty
   * @param dimensions the size of an image; null for PDFs and when the image doesn't state it
   *     (HEIC)
   */
  record Healthy(FileType type, long length, OptionalInt pages, @Nullable Dimensions dimensions)
      implements Inspection {}

  /**
   * The file must not be used.
   *
   * @param values numbers and type names for the message; never anything from the file itself
   */
  record Refused(RefusalReason reason, Map<String, String> values) implements Inspection {
    public Refused {
      values = Map.copyOf(values);
    }

    Refused(RefusalReason reason) {
      this(reason, Map.of());
    }
  }
}
