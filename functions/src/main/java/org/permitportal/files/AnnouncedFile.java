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
   * @param errors what else is wrong with the request
   * @throws Problem 400 with these errors and those of {@code type} and {@code bytes}
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
