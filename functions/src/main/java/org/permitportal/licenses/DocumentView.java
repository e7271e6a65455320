package org.permitportal.licenses;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

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

  /** Returns the view of a document that is still {@linkplain AccountDocument#present present}. */
  static DocumentView of(AccountDocument document, AccountRecord file) {
    return new DocumentView(
        document.id(),
        document.kind(),
        document.identity(),
        document.proves() != null && file.license(document.proves()).isPresent()
            ? document.proves()
            : null,
        State.valueOf(document.state().name()),
        document.name(),
        document.type(),
        document.bytes(),
        document.sha256(),
        document.reason(),
        document.addedAt(),
        document.deleteOn(),
        document.deletedAt());
  }
}
