package org.permitportal.files;

import java.util.ArrayList;
import java.util.List;
import org.permitportal.platform.FileSettings;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.Text;

/**
 * A file that a client has announced and will upload.
 *
 * @param name the label that people see
 * @param type the declared type; one of the types that the city's rule allows
 * @param bytes the declared length in bytes; from 1 to the rule's limit
 * @param sha256 the content's SHA-256 in base64, as in the header {@code x-amz-checksum-sha256}
 */
public record AnnouncedFile(FileName name, FileType type, long bytes, String sha256) {
  /**
   * The pattern of 32 bytes in base64. The last digit has only four bits, so it is one of 16
   * characters.
   */
  public static final String SHA256 = "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=";

  /**
   * The pattern of a file's name: a text without control characters. {@link FileName} cleans the
   * name before it is used.
   */
  public static final String NAME = Text.PRINTABLE;

  /** The pattern of a media type without parameters. */
  public static final String TYPE = "[a-zA-Z0-9.+-]+/[a-zA-Z0-9.+-]+";

  /**
   * Checks an announced file by the city's rule for such files.
   *
   * @param errors the request's other errors, which the caller has found
   * @throws Problem 400 with these errors and the errors of {@code type} and {@code bytes}
   */
  public static AnnouncedFile checked(
      FileSettings.FileRule rule, UploadRequest file, List<FieldError> errors) {
    FileLimits limits = FileLimits.of(rule);
    List<FieldError> all = new ArrayList<>(errors);
    FileType type = FileType.ofMediaType(file.type());
    if (type == null || !limits.types().contains(type)) {
      all.add(
          new FieldError(
              "type", "INVALID", "This must be one of " + String.join(", ", rule.types()) + "."));
    }
    if (file.bytes() < 1 || file.bytes() > limits.maxBytes()) {
      all.add(
          new FieldError(
              "bytes", "OUT_OF_RANGE", "The file must have 1 to " + limits.maxBytes() + " bytes."));
    }
    if (type == null || !all.isEmpty()) {
      throw Problem.invalid(all);
    }
    return new AnnouncedFile(
        FileName.of(file.name()).endingAs(type), type, file.bytes(), file.sha256());
  }
}
