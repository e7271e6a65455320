package org.permitportal.documents;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.permitportal.files.Download;
import org.permitportal.files.Downloads;
import org.permitportal.files.FileLifecycle;
import org.permitportal.files.FileLifecycle.Announced;
import org.permitportal.files.FileLifecycle.Removal;
import org.permitportal.files.FileProblem;
import org.permitportal.files.FileRecord;
import org.permitportal.files.FileRecord.State;
import org.permitportal.files.FileRecord.Uploader;
import org.permitportal.files.Upload;
import org.permitportal.files.UploadRequest;
import org.permitportal.permits.Permit;
import org.permitportal.permits.Permit.Action;
import org.permitportal.permits.PermitStore;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Write;

/** Lets the parties of a permit upload, download and remove its documents. */
@Singleton
public class PermitDocuments {
  private final PermitStore permits;
  private final PermitFiles permitFiles;
  private final FileLifecycle lifecycle;
  private final Downloads downloads;
  private final City city;
  private final Clock clock;

  PermitDocuments(
      PermitStore permits,
      PermitFiles permitFiles,
      FileLifecycle lifecycle,
      Downloads downloads,
      City city,
      Clock clock) {
    this.permits = permits;
    this.permitFiles = permitFiles;
    this.lifecycle = lifecycle;
    this.downloads = downloads;
    this.city = city;
    this.clock = clock;
  }

  /** The id of an announced document and the signed upload for its file. */
  @Serdeable
  public record Awaited(String documentId, Upload upload) {}

  /**
   * Announces a document and signs the upload of its file. A repeated request signs the same upload
   * again.
   *
   * @throws Problem 400 when the file breaks one of the city's rules; 404 when the caller is not a
   *     party of the permit; 409 when the permit is closed, when it has too many documents, or when
   *     the Idempotency-Key was already used
   */
  public Awaited requestUpload(Applicant applicant, String permitId, UploadRequest request) {
    Permit permit = seen(applicant, permitId);
    if (city.permits()
        .documentKind(request.kind())
        .filter(k -> k.from().contains("applicant"))
        .isEmpty()) {
      throw Problem.invalid("kind", "INVALID", "Choose one of the kinds offered here.");
    }
    if (!permit.allows(applicant, Action.UPLOAD)) {
      throw Problem.of(DocumentProblem.PERMIT_CLOSED);
    }
    Announced file =
        lifecycle.announce(permitFiles, permitId, request, Uploader.of(applicant), List.of());
    Upload upload = file.upload();
    if (upload == null) {
      throw Problem.of(DocumentProblem.ALREADY_UPLOADED);
    }
    return new Awaited(file.id(), upload);
  }

  /**
   * Returns a short-lived link to a document.
   *
   * @param view whether the browser may show the file instead of saving it
   * @throws Problem 404 when the caller is not a party of the permit or there is no such document;
   *     409 when the document is not checked yet, was refused, or no longer has a file
   */
  public Download download(Applicant applicant, String permitId, String documentId, boolean view) {
    FileRecord document =
        seen(applicant, permitId)
            .document(documentId)
            .filter(d -> d.shown(clock.instant()))
            .orElseThrow(Problem::notFound);
    if (document.state() != State.READY) {
      throw Problem.of(FileProblem.DOCUMENT_NOT_READY);
    }
    return downloads.link(document.key(), document.name(), document.type(), view);
  }

  /**
   * Removes a document that the caller's account added. Does nothing when the document does not
   * exist. If an earlier removal was interrupted, this call finishes it. If a client uploads the
   * file after the removal, the file is deleted when it arrives.
   *
   * @throws Problem 403 for another party's document; 404 when the caller is not a party of the
   *     permit; 409 when the city may already use the document; 503 when the permit changes again
   *     and again meanwhile
   */
  public void remove(Applicant applicant, String permitId, String documentId) {
    lifecycle.remove(
        permitFiles,
        () -> {
          Permit permit = seen(applicant, permitId);
          return permit.document(documentId).map(file -> allowed(applicant, permit, file));
        });
  }

  private Removal allowed(Applicant applicant, Permit permit, FileRecord file) {
    if (!file.addedBy(applicant.accountId())) {
      throw Problem.of(DocumentProblem.NOT_YOUR_DOCUMENT);
    }
    if (!permit.lets(applicant, file, clock.instant())) {
      throw Problem.of(DocumentProblem.DOCUMENT_IN_USE);
    }
    return new Removal(
        file,
        writes -> {
          List<Write> all = new ArrayList<>(writes);
          if (file.state() == State.READY) {
            all.add(permits.unchanged(permit.facts()));
          }
          return permitFiles.removed(file, applicant, all);
        });
  }

  private Permit seen(Applicant applicant, String permitId) {
    return permits
        .load(permitId)
        .filter(permit -> permit.allows(applicant, Action.SEE))
        .orElseThrow(Problem::notFound);
  }
}
