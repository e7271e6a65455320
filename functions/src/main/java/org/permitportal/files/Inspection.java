package org.permitportal.files;

import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.permitportal.contents.Dimensions;

/** What the content check of an uploaded file found. */
public sealed interface Inspection {

  /**
   * The file is what it was declared to be, and whole.
   *
   * @param type by content
   * @param length in bytes
   * @param pages of a PDF, else empty
   * @param dimensions of an image; null for PDFs and where the image doesn't tell (HEIC)
   */
  record Healthy(FileType type, long length, OptionalInt pages, @Nullable Dimensions dimensions)
      implements Inspection {}

  /**
   * The file must not be used.
   *
   * @param values numbers and type names for the message; never anything out of the file
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
