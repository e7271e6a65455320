package org.permitportal.permits;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.permitportal.permits.DocumentStore.DocumentList;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RequestProblem;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/**
 * Enforces a permit's limit of documents, even when many are announced at once. Each announcement,
 * refusal and removal updates a count. Uploads that never arrived stay in the count, so a full
 * count is computed anew from the documents themselves.
 */
@Singleton
class DocumentLimit {
  private static final int TRIES = 8;

  /**
   * Added to the end of an upload before a recount leaves it out. No function runs this long, so
   * none can still be handling such an upload.
   */
  private static final Duration ENDED_FOR_ALL = Duration.ofMinutes(15);

  private final DocumentStore documents;
  private final City city;
  private final Clock clock;

  DocumentLimit(DocumentStore documents, City city, Clock clock) {
    this.documents = documents;
    this.city = city;
    this.clock = clock;
  }

  /**
   * Reserves a slot for a document and writes the document.
   *
   * @param rule the name of the city's file rule for its kind
   * @return the document, or the one announced earlier under the same id
   * @throws Problem 409 when the permit has reached its limit; 503 when other requests keep
   *     changing the count
   */
  Document announce(Document wanted, String rule) {
    int most = city.files().named(rule).maxFiles();
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Write announced = documents.announce(wanted);
      List<Write> refused =
          new Transaction()
              .with(announced)
              .with(documents.take(wanted.permitId(), rule, most))
              .run();
      if (refused.isEmpty()) {
        return wanted;
      }
      if (refused.contains(announced)) {
        return documents.find(wanted.key()).orElseThrow(Problem::notFound);
      }
      recount(wanted.permitId(), rule, most);
    }
    throw Problem.of(RequestProblem.TEMPORARILY_UNAVAILABLE);
  }

  /**
   * Computes the count anew. If another request changes it in the meantime, the caller just tries
   * again.
   */
  private void recount(String permitId, String rule, int most) {
    Instant now = clock.instant().minus(ENDED_FOR_ALL);
    DocumentList list = documents.list(permitId);
    long taken =
        list.documents().stream()
            .filter(d -> d.counts(now))
            .filter(
                d ->
                    city.permits()
                        .documentKind(d.kind())
                        .filter(k -> k.files().equals(rule))
                        .isPresent())
            .count();
    if (taken >= most) {
      throw Problem.of(PermitProblem.TOO_MANY_DOCUMENTS);
    }
    documents.recount(permitId, rule, taken, list.version());
  }
}
