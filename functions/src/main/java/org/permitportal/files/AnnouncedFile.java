package org.permitportal.files;

import java.util.ArrayList;
import java.util.List;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.Text;

/**
 * A file that somebody is about to upload, as far as it was said beforehand.
 *
 * @param name the label that people see
 * @param type the declared type, one that is allowed there
 * @param bytes the declared length, at least 1 and within the limit
 * @param sha256 of the content, base64 as {@code x-amz-checksum-sha256} takes it
 */
public record AnnouncedFile(FileName name, FileType type, long bytes, String sha256) {
  /** The base64 text of 32 bytes: the last digit carries four bits only. */
  public static final String SHA256 = "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=";

  /** What a client may call a file: anything without control characters; cleaned before use. */
  public static final String NAME = Text.PRINTABLE;

  /** A media type without parameters. */
  public static final String TYPE = "[a-zA-Z0-9.+-]+/[a-zA-Z0-9.+-]+";

  /**
   * What a client says of a file, checked against the rule of the place.
   *
   * @throws Problem 400 with what {@link #errors} finds
   */
  public static AnnouncedFile checked(
      City.FileRule rule, String name, String mediaType, long bytes, String sha256) {
    List<FieldError> errors = errors(rule, mediaType, bytes);
    FileType type = FileType.ofMediaType(mediaType);
    if (type == null || !errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return new AnnouncedFile(FileName.of(name).endingAs(type), type, bytes, sha256);
  }

  /** What breaks the rule of the place: {@code type}, {@code bytes}, both or none. */
  public static List<FieldError> errors(City.FileRule rule, String mediaType, long bytes) {
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
              "bytes", "OUT_OF_RANGE", "A file has 1 to " + limits.maxBytes() + " bytes here."));
    }
    return errors;
  }
}
