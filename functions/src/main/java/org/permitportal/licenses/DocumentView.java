package org.permitportal.licenses;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.FileRecord;
import org.permitportal.files.RefusalReason;

/**
 * A document as its holder and staff see it.
 *
 * @param identity whether only clerks can open it
 * @param licenseId the id of the license it proves
 * @param reason why it was refused
 * @param deleteOn the day (in the city's time zone) on which its object will be deleted
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentView(
    String documentId,
    String kind,
    boolean identity,
    @Nullable String licenseId,
    State state,
    String name,
    String type,
    long bytes,
    String sha256,
    @Nullable String reason,
    Instant addedAt,
    @Nullable LocalDate deleteOn,
    @Nullable Instant deletedAt) {

  /** The states of a document that are shown. */
  @Serdeable
  public enum State {
    PENDING,
    READY,
    REFUSED,
    DELETED
  }

  /** Returns the view of a document that people still {@linkplain FileRecord#shown see}. */
  static DocumentView of(AccountDocument document, AccountRecord account) {
    FileRecord file = document.file();
    RefusalReason reason = file.reason();
    return new DocumentView(
        file.id(),
        file.kind(),
        document.identity(),
        file.proves() != null && account.license(file.proves()).isPresent() ? file.proves() : null,
        State.valueOf(file.state().name()),
        file.name().label(),
        file.type().mediaType(),
        file.bytes(),
        file.sha256(),
        reason == null ? null : reason.name(),
        file.addedAt(),
        document.deleteOn(),
        document.deletedAt());
  }
}
