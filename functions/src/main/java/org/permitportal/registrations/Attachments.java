package org.permitportal.registrations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.FileLifecycle;
import org.permitportal.files.FileLifecycle.Announced;
import org.permitportal.files.FileLifecycle.Removal;
import org.permitportal.files.Upload;
import org.permitportal.files.UploadRequest;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;

/** Signs requests for uploads of a registration's files, and removes files. */
@Singleton
public class Attachments {
  private final RegistrationStore registrations;
  private final DraftFiles draftFiles;
  private final FileLifecycle lifecycle;
  private final City city;
  private final Clock clock;

  Attachments(
      RegistrationStore registrations,
      DraftFiles draftFiles,
      FileLifecycle lifecycle,
      City city,
      Clock clock) {
    this.registrations = registrations;
    this.draftFiles = draftFiles;
    this.lifecycle = lifecycle;
    this.city = city;
    this.clock = clock;
  }

  /**
   * A file whose upload was requested.
   *
   * @param name the label that people will see
   * @param upload how to upload the file; null when the request is repeated and the file is already
   *     uploaded and checked
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Requested(String fileId, String name, @Nullable Upload upload) {}

  /**
   * Records an announced file and signs the request for its upload.
   *
   * @throws Problem 400 when the file breaks one of the city's rules; 409 when there are too many
   *     files, or the Idempotency-Key was used for another file; 410 when the registration has
   *     ended
   */
  public Requested request(String draftId, UploadRequest request) {
    List<FieldError> errors =
        city.accounts().attachmentKind(request.kind()).isPresent()
            ? List.of()
            : List.of(new FieldError("kind", "INVALID", "This kind of attachment does not exist."));
    Announced file = lifecycle.announce(draftFiles, draftId, request, null, errors);
    return new Requested(file.id(), file.name(), file.upload());
  }

  /**
   * Removes a file and its object. Does nothing when the file does not exist. A file that is
   * uploaded after the removal is deleted when it arrives.
   *
   * @throws Problem 410 when the registration has ended
   */
  public void remove(String draftId, String fileId) {
    lifecycle.remove(
        draftFiles,
        () -> {
          registrations.find(draftId).orElseThrow(Problem::notFound).editable(clock);
          return draftFiles
              .files()
              .find(draftId, fileId)
              .map(file -> new Removal(file, List.of(registrations.fileChanged(draftId))));
        });
  }
}
