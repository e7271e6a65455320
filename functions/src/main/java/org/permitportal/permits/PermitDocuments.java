package org.permitportal.permits;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.AnnouncedFile;
import org.permitportal.files.Download;
import org.permitportal.files.Downloads;
import org.permitportal.files.FileProblem;
import org.permitportal.files.Upload;
import org.permitportal.files.Uploads;
import org.permitportal.permits.Document.State;
import org.permitportal.permits.Permit.Action;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.City;
import org.permitportal.platform.FileSettings;
import org.permitportal.platform.Ids;
import org.permitportal.platform.PermitSettings;
import org.permitportal.platform.Problem;

/** Lets the parties of a permit upload and download its documents. */
@Singleton
public class PermitDocuments {
  private final PermitStore permits;
  private final DocumentLimit documentLimit;
  private final Uploads uploads;
  private final Downloads downloads;
  private final City city;
  private final Ids ids;
  private final Clock clock;

  PermitDocuments(
      PermitStore permits,
      DocumentLimit documentLimit,
      Uploads uploads,
      Downloads downloads,
      City city,
      Ids ids,
      Clock clock) {
    this.permits = permits;
    this.documentLimit = documentLimit;
    this.uploads = uploads;
    this.downloads = downloads;
    this.city = city;
    this.ids = ids;
    this.clock = clock;
  }

  /** A file as a client announces it; {@code sha256} is in base64. */
  public record Announcement(String kind, String name, String type, long bytes, String sha256) {}

  /** The document's id and how to upload its file. */
  @Serdeable
  public record Awaited(String documentId, Upload upload) {}

  /**
   * Announces a document and signs its upload.
   *
   * @param key the client's Idempotency-Key, or null; a repeated request signs the same upload
   *     again
   * @throws Problem 400 when the file breaks one of the city's rules; 404 when the caller is not a
   *     party; 409 when the permit is closed or full, or the key was used before
   */
  public Awaited requestUpload(
      Applicant applicant, String permitId, Announcement announced, @Nullable String key) {
    Permit permit = seen(applicant, permitId);
    PermitSettings.DocumentKind kind =
        city.permits()
            .documentKind(announced.kind())
            .filter(k -> k.from().contains("applicant"))
            .orElseThrow(
                () -> Problem.invalid("kind", "INVALID", "Choose one of the kinds offered here."));
    FileSettings.FileRule rule = city.files().named(kind.files());
    AnnouncedFile file =
        AnnouncedFile.checked(
            rule, announced.name(), announced.type(), announced.bytes(), announced.sha256());
    if (!permit.allows(applicant, Action.UPLOAD)) {
      throw Problem.of(PermitProblem.PERMIT_CLOSED);
    }
    String id =
        key == null
            ? ids.ulid()
            : Ids.derived(applicant.accountId(), "requestUpload#" + permitId, key);
    Document document = permit.document(id).orElse(null);
    if (document == null) {
      document =
          documentLimit.announce(
              announced(applicant, permitId, id, kind.key(), file), kind.files());
    }
    if (!document.announces(file, kind.key(), clock.instant())) {
      throw Problem.of(PermitProblem.ALREADY_UPLOADED);
    }
    return new Awaited(id, uploads.sign(document.key(), file));
  }

  /**
   * Returns a short-lived link to a document.
   *
   * @param view whether the browser may show the file instead of saving it
   * @throws Problem 404 when the caller is not a party or there is no such document; 409 when it is
   *     not checked yet or was refused
   */
  public Download download(Applicant applicant, String permitId, String documentId, boolean view) {
    Document document =
        seen(applicant, permitId)
            .document(documentId)
            .filter(d -> d.shown(clock.instant()))
            .orElseThrow(Problem::notFound);
    if (document.state() != State.READY) {
      throw Problem.of(FileProblem.DOCUMENT_NOT_READY);
    }
    return downloads.link(document.key(), document.name(), document.type(), view);
  }

  /** Returns the keys of the kinds of documents the applicant may add to the permit now. */
  public static List<String> kindsToAdd(City city, Permit permit, Applicant applicant) {
    return permit.allows(applicant, Action.UPLOAD)
        ? city.permits().documentKinds().stream()
            .filter(kind -> kind.from().contains("applicant"))
            .map(PermitSettings.DocumentKind::key)
            .toList()
        : List.of();
  }

  private Permit seen(Applicant applicant, String permitId) {
    return permits
        .load(permitId)
        .filter(permit -> permit.allows(applicant, Action.SEE))
        .orElseThrow(Problem::notFound);
  }

  private Document announced(
      Applicant applicant, String permitId, String id, String kind, AnnouncedFile file) {
    return new Document(
        permitId,
        id,
        kind,
        file.name(),
        file.type(),
        file.bytes(),
        file.sha256(),
        State.PENDING,
        null,
        applicant.accountId(),
        applicant.userId(),
        clock.instant(),
        null);
  }
}
