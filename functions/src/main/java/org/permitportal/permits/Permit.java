package org.permitportal.permits;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.City;

/** A permit with its parties and documents; it says who may do what with it. */
public record Permit(PermitFacts facts, List<Party> parties, List<Document> documents) {
  /** DynamoDB writes at most 100 items at once, and a change of status writes each party's. */
  public static final int MOST_PARTIES = 20;

  /** What somebody may want to do. */
  public enum Action {
    SEE,
    UPLOAD
  }

  /** Whether an account may do this. Whoever may not see it must not learn that it is there. */
  public boolean allows(Applicant applicant, Action action) {
    if (party(applicant.accountId()).isEmpty()) {
      return false;
    }
    return switch (action) {
      case SEE -> true;
      case UPLOAD -> applicant.role() != MemberRole.READ_ONLY && !facts.status().closed();
    };
  }

  /** Whether anybody may look it up: all but drafts. */
  public boolean open() {
    return facts.status() != PermitStatus.DRAFT;
  }

  /** This account's place on it. */
  public Optional<Party> party(String accountId) {
    return parties.stream().filter(p -> p.accountId().equals(accountId)).findFirst();
  }

  /** The document of this id. */
  public Optional<Document> document(String documentId) {
    return documents.stream().filter(d -> d.id().equals(documentId)).findFirst();
  }

  /**
   * Whether the account may take its document off the permit. The city may rely on a good one while
   * it has to act, and soon after it arrived in any case.
   */
  public boolean lets(Applicant applicant, Document document, Instant now) {
    return applicant.role() != MemberRole.READ_ONLY
        && document.accountId().equals(applicant.accountId())
        && document.retractable(now)
        && (document.state() != Document.State.READY || facts.nextMove() == NextMove.APPLICANT);
  }

  /** The documents that anybody may know of: checked, and of a kind that the city publishes. */
  public List<Document> published(City city) {
    return documents.stream()
        .filter(d -> d.state() == Document.State.READY)
        .filter(d -> city.documentKind(d.kind()).map(City.DocumentKind::open).orElse(false))
        .toList();
  }

  /** The documents that are there or can still come, and those refused lately. */
  public List<Document> shown(Instant now) {
    return documents.stream().filter(d -> d.shown(now)).toList();
  }
}
