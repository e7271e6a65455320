package org.permitportal.files;

import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.permitportal.contents.Dimensions;

/** The result of the content check of an uploaded file. */
public sealed interface Inspection {

  /**
   * The file is complete and has the declared type.
   *
   * @param type the type that the content shows
   * @param length the length in bytes
   * @param pages the number of pages of a PDF; empty for an image
   * @param dimensions the size of an image; null for PDFs and when the image doesn't state it
   *     (HEIC)
   */
  record Healthy(FileType type, long length, OptionalInt pages, @Nullable Dimensions dimensions)
      implements Inspection {}

  /**
   * The file must not be used.
   *
   * @param values numbers and type names for the message to the uploader; never text from the file
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
