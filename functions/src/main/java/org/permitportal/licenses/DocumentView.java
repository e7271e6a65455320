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
 * @param licenseId the license that it proves
 * @param reason why it was refused
 * @param deleteOn the city's day on which it will be deleted
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

  /** How far a document is. */
  @Serdeable
  public enum State {
    PENDING,
    READY,
    REFUSED,
    DELETED
  }

  /** What is seen of one that people have to do with. */
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
