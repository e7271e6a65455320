package org.permitportal.permits;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.permitportal.files.StoredFiles;
import org.permitportal.permits.Document.State;
import org.permitportal.permits.Permit.Action;
import org.permitportal.permits.PermitEvent.Audience;
import org.permitportal.permits.PermitEvent.Kind;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RequestProblem;
import org.permitportal.platform.Transaction;

/** Removes documents from a permit. */
@Singleton
public class DocumentRemoval {
  private static final int TRIES = 4;
  private final PermitStore permits;
  private final DocumentStore documents;
  private final StoredFiles stored;
  private final City city;
  private final Ids ids;
  private final Clock clock;

  DocumentRemoval(
      PermitStore permits,
      DocumentStore documents,
      StoredFiles stored,
      City city,
      Ids ids,
      Clock clock) {
    this.permits = permits;
    this.documents = documents;
    this.stored = stored;
    this.city = city;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Removes a document that the account added. Does nothing when the document does not exist, and
   * finishes a removal that was interrupted. A file that is uploaded after the removal is deleted
   * when it arrives.
   *
   * @throws Problem 403 for another party's document; 404 when the caller is not a party; 409 when
   *     the city may already rely on it; 503 when other changes keep coming in between
   */
  public void remove(Applicant applicant, String permitId, String documentId) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Permit permit =
          permits
              .load(permitId)
              .filter(p -> p.allows(applicant, Action.SEE))
              .orElseThrow(Problem::notFound);
      Document document = permit.document(documentId).orElse(null);
      if (document == null) {
        return;
      }
      Instant now = clock.instant();
      check(applicant, permit, document, now);
      if (document.state() == State.REMOVED || begun(permit, document, now)) {
        stored.delete(document.key());
        documents.delete(document.key());
        return;
      }
    }
    throw Problem.of(RequestProblem.TEMPORARILY_UNAVAILABLE);
  }

  private static void check(Applicant applicant, Permit permit, Document document, Instant now) {
    if (!document.accountId().equals(applicant.accountId())) {
      throw Problem.of(PermitProblem.NOT_YOUR_DOCUMENT);
    }
    if (!permit.lets(applicant, document, now)) {
      throw Problem.of(PermitProblem.DOCUMENT_IN_USE);
    }
  }

  /**
   * Begins the removal. Returns false when the document or, for a READY one, the permit has changed
   * since it was read.
   */
  private boolean begun(Permit permit, Document document, Instant now) {
    Transaction writes =
        new Transaction()
            .with(documents.removed(document))
            .with(
                documents.event(
                    document.key(),
                    new PermitEvent(
                        ids.ulid(),
                        now,
                        Kind.DOCUMENT_REMOVED,
                        Audience.PARTIES,
                        document.named())));
    if (document.counts(now)) {
      String rule = city.permits().documentKind(document.kind()).orElseThrow().files();
      writes.with(documents.give(document.permitId(), rule));
    }
    if (document.state() == State.READY) {
      writes.with(permits.unchanged(permit.facts()));
    }
    return writes.run().isEmpty();
  }
}
