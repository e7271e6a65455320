package org.permitportal.files;

import java.util.ArrayList;
import java.util.List;
import org.permitportal.platform.FileSettings;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.Text;

/**
 * A file that a client is about to upload, as the client announced it.
 *
 * @param name the label that people see
 * @param type the declared type, which is allowed in this place
 * @param bytes the declared length, at least 1 and within the limit
 * @param sha256 the content's SHA-256, base64 as {@code x-amz-checksum-sha256} takes it
 */
public record AnnouncedFile(FileName name, FileType type, long bytes, String sha256) {
  /** The pattern of the base64 text of 32 bytes: its last digit carries only four bits. */
  public static final String SHA256 = "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=";

  /**
   * The pattern of a file's name: anything without control characters. The name is cleaned before
   * use.
   */
  public static final String NAME = Text.PRINTABLE;

  /** The pattern of a media type without parameters. */
  public static final String TYPE = "[a-zA-Z0-9.+-]+/[a-zA-Z0-9.+-]+";

  /**
   * Checks what a client announced against the rule of the place.
   *
   * @throws Problem 400 with the errors from {@link #errors}
   */
  public static AnnouncedFile checked(
      FileSettings.FileRule rule, String name, String mediaType, long bytes, String sha256) {
    List<FieldError> errors = errors(rule, mediaType, bytes);
    FileType type = FileType.ofMediaType(mediaType);
    if (type == null || !errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return new AnnouncedFile(FileName.of(name).endingAs(type), type, bytes, sha256);
  }

  /**
   * Checks a file against the rule of the place.
   *
   * @return the errors of {@code type}, {@code bytes}, both or none
   */
  public static List<FieldError> errors(FileSettings.FileRule rule, String mediaType, long bytes) {
    FileLimits limits = FileLimits.of(rule);
    List<FieldError> errors = new ArrayList<>();
    FileType type = FileType.ofMediaType(mediaType);
    if (type == null || !limits.types().contains(type)) {
      errors.add(
          new FieldError(
              "type", "INVALID", "This must be one of " + String.join(", ", rule.types()) + "."));
    }
    if (bytes < 1 || bytes > limits.maxBytes()) {
      errors.add(
          new FieldError(
              "bytes", "OUT_OF_RANGE", "The file must have 1 to " + limits.maxBytes() + " bytes."));
    }
    return errors;
  }
}
