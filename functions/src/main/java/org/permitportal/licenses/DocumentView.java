package org.permitportal.licenses;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.FileRecord;
import org.permitportal.files.RefusalReason;

/**
 * A document of an account, as its members and staff see it.
 *
 * @param identity whether the file shows an identity document, so that only clerks can open it
 * @param licenseId the id of the license that the document proves, or null
 * @param reason the {@link RefusalReason} of a refused document, or null
 * @param deleteOn the day (in the city's time zone) on which the document's object is deleted, or
 *     null
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

  /** The states of a document that people can see. */
  @Serdeable
  public enum State {
    PENDING,
    READY,
    REFUSED,
    DELETED
  }

  /** Returns the view of a document, which must still be {@linkplain FileRecord#shown shown}. */
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
