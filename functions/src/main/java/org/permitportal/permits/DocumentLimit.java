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
 * How many documents a permit has room for, exactly, however many are announced at once: a count is
 * kept with each announcement, refusal and removal. What never arrived is still in it when it has
 * ended, so a full count is made anew from the documents themselves.
 */
@Singleton
class DocumentLimit {
  private static final int TRIES = 8;

  /** No function runs so long: what ended before is in nobody's hands. */
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
   * Announces a document where there is room.
   *
   * @param rule the city's file rule for its kind
   * @return it, or the one that was announced under its id before
   * @throws Problem 409 when the permit has as many as it can
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

  /** Somebody else's change meanwhile is one more reason to try again. */
  private void recount(String permitId, String rule, int most) {
    Instant now = clock.instant().minus(ENDED_FOR_ALL);
    DocumentList list = documents.list(permitId);
    long taken =
        list.documents().stream()
            .filter(d -> d.counts(now))
            .filter(
                d -> city.documentKind(d.kind()).filter(k -> k.files().equals(rule)).isPresent())
            .count();
    if (taken >= most) {
      throw Problem.of(PermitProblem.TOO_MANY_DOCUMENTS);
    }
    documents.recount(permitId, rule, taken, list.version());
  }
}
