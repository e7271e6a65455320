package org.permitportal.registrations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.AnnouncedFile;
import org.permitportal.files.FileProblem;
import org.permitportal.files.ObjectKey;
import org.permitportal.files.StoredFiles;
import org.permitportal.files.Upload;
import org.permitportal.files.Uploads;
import org.permitportal.platform.CapacityCounter;
import org.permitportal.platform.City;
import org.permitportal.platform.FileSettings;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.RequestProblem;

/** Signs uploads of a registration's files, and removes files. */
@Singleton
public class Attachments {
  private final RegistrationStore registrations;
  private final AttachmentStore attachments;
  private final CapacityCounter capacityCounter;
  private final Uploads uploads;
  private final StoredFiles stored;
  private final City city;
  private final Ids ids;
  private final Clock clock;

  Attachments(
      RegistrationStore registrations,
      AttachmentStore attachments,
      CapacityCounter capacityCounter,
      Uploads uploads,
      StoredFiles stored,
      City city,
      Ids ids,
      Clock clock) {
    this.registrations = registrations;
    this.attachments = attachments;
    this.capacityCounter = capacityCounter;
    this.uploads = uploads;
    this.stored = stored;
    this.city = city;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A file whose upload was requested.
   *
   * @param name the label that people will see
   * @param upload how to send the file; null when a repeated request finds it already sent and
   *     checked
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Requested(String fileId, String name, @Nullable Upload upload) {}

  /**
   * A file as a client announces it.
   *
   * @param kind the key of an attachment kind in the city's file
   * @param name the client's name for the file
   * @param type the file's media type
   * @param sha256 the file's SHA-256, in base64
   */
  public record Wish(String kind, String name, String type, long bytes, String sha256) {}

  /**
   * Records an announced file and signs its upload.
   *
   * @param idempotencyKey the client's Idempotency-Key, or null; the same key and file return the
   *     same file
   * @throws Problem 400 when the file breaks one of the city's rules; 409 when there are too many
   *     files, or the key was used for another file; 410 when the registration has ended
   */
  public Requested request(String draftId, Wish wish, @Nullable String idempotencyKey) {
    AnnouncedFile file = announced(wish);
    String fileId =
        idempotencyKey == null
            ? ids.ulid()
            : Ids.derived(draftId, "requestAttachment", idempotencyKey);
    ObjectKey key = key(draftId, fileId);
    Instant now = clock.instant();
    DraftFile wanted =
        new DraftFile(
            fileId,
            wish.kind(),
            DraftFile.State.PENDING,
            file.name().label(),
            file.type().mediaType(),
            file.bytes(),
            file.sha256(),
            null,
            key.path(),
            now);
    DraftFile before = idempotencyKey == null ? null : attachments.find(key).orElse(null);
    if (before == null) {
      before = taken(draftId, key, wanted);
    }
    if (before != null && (!same(before, wanted) || before.lapsed(now))) {
      throw Problem.of(RequestProblem.KEY_REUSED);
    }
    if (before != null && before.state() != DraftFile.State.PENDING) {
      return new Requested(fileId, before.name(), null);
    }
    // Keep this order: a confirmation then either sees the file, or ends the registration before
    // the file is counted.
    if (!attachments.counted(draftId)) {
      attachments.delete(key);
      capacityCounter.release(attachments.counter(draftId));
      throw full(draftId);
    }
    return new Requested(fileId, wanted.name(), uploads.sign(key, file));
  }

  /**
   * Reserves a slot for the file and writes it. Returns null when it was written, or the file that
   * another request wrote under the same id in the meantime.
   */
  private @Nullable DraftFile taken(String draftId, ObjectKey key, DraftFile wanted) {
    int most = city.files().wizard().maxFiles();
    if (!capacityCounter.take(
        () -> attachments.counter(draftId),
        most,
        () -> attachments.there(draftId, wanted.requestedAt()))) {
      throw full(draftId);
    }
    if (attachments.create(draftId, wanted)) {
      return null;
    }
    capacityCounter.release(attachments.counter(draftId));
    return attachments.find(key).orElseThrow(Problem::notFound);
  }

  private Problem full(String draftId) {
    registrations.find(draftId).orElseThrow(Problem::notFound).editable(clock);
    return Problem.of(FileProblem.TOO_MANY_FILES);
  }

  /**
   * Removes a file and its object. Does nothing when the file does not exist. A file that is
   * uploaded after the removal is deleted when it arrives.
   *
   * @throws Problem 410 when the registration has ended
   */
  public void remove(String draftId, String fileId) {
    ObjectKey key = key(draftId, fileId);
    DraftFile file = attachments.find(key).orElse(null);
    if (file == null) {
      registrations.find(draftId).orElseThrow(Problem::notFound).editable(clock);
      return;
    }
    switch (attachments.removing(key, file)) {
      case BEGUN -> {
        stored.delete(key);
        attachments.delete(key);
        if (file.counts(clock.instant())) {
          capacityCounter.release(attachments.counter(draftId));
        }
      }
      case CHANGED -> remove(draftId, fileId);
      case ENDED -> {
        registrations.find(draftId).orElseThrow(Problem::notFound).editable(clock);
        throw new IllegalStateException("An open registration refused a change of its files");
      }
    }
  }

  private AnnouncedFile announced(Wish wish) {
    FileSettings.FileRule rule = city.files().wizard();
    List<FieldError> errors = new ArrayList<>();
    if (city.accounts().attachmentKind(wish.kind()).isEmpty()) {
      errors.add(new FieldError("kind", "INVALID", "This kind of attachment does not exist."));
    }
    errors.addAll(AnnouncedFile.errors(rule, wish.type(), wish.bytes()));
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return AnnouncedFile.checked(rule, wish.name(), wish.type(), wish.bytes(), wish.sha256());
  }

  private static boolean same(DraftFile one, DraftFile other) {
    return one.kind().equals(other.kind())
        && one.type().equals(other.type())
        && one.bytes() == other.bytes()
        && one.sha256().equals(other.sha256());
  }

  private static ObjectKey key(String draftId, String fileId) {
    return new ObjectKey(AttachmentStore.PREFIX, draftId, fileId);
  }
}
