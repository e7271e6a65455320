package org.permitportal.permits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.permitportal.files.FileRecord;
import org.permitportal.files.FileRecord.State;
import org.permitportal.platform.Caller;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Caller.Registrant;
import org.permitportal.platform.Caller.StaffMember;
import org.permitportal.platform.City;
import org.permitportal.platform.PermitSettings;

/**
 * A permit with its parties and documents. This class decides what each caller may do with the
 * permit.
 */
public record Permit(PermitFacts facts, List<Party> parties, List<FileRecord> documents) {
  /**
   * The most parties a permit can have. A change of status writes every party's item in one
   * transaction, and DynamoDB allows at most 100 items there.
   */
  public static final int MOST_PARTIES = 20;

  /**
   * After a document has passed its check, the account that added it can remove it for this long.
   */
  private static final Duration RETRACTABLE = Duration.ofMinutes(15);

  /** The actions of an account on a permit. */
  public enum Action {
    SEE,
    UPLOAD
  }

  /**
   * Returns whether the applicant may do this action. An account that may not see the permit must
   * not learn that the permit exists.
   */
  public boolean allows(Applicant applicant, Action action) {
    if (roles(applicant.accountId()).isEmpty()) {
      return false;
    }
    return switch (action) {
      case SEE -> true;
      case UPLOAD -> applicant.role() != MemberRole.READ_ONLY && !facts.status().closed();
    };
  }

  /**
   * Returns whether the caller may see more than the public part of the permit. Staff and the
   * permit's parties may.
   */
  boolean seenBy(Caller caller) {
    return switch (caller) {
      case StaffMember _ -> true;
      case Applicant applicant -> allows(applicant, Action.SEE);
      case Anyone _, Registrant _ -> false;
    };
  }

  /**
   * Returns whether the caller may give the permit this status. The status must be one that may
   * follow the permit's present status.
   */
  boolean allows(Caller caller, PermitStatus to) {
    return switch (caller) {
      case StaffMember _ -> true;
      case Applicant applicant ->
          allows(applicant, Action.SEE)
              && applicant.role() != MemberRole.READ_ONLY
              && facts.status().applicantMay(to);
      case Anyone _, Registrant _ -> false;
    };
  }

  /** Returns whether the permit is public. All permits but drafts are. */
  public boolean open() {
    return facts.status() != PermitStatus.DRAFT;
  }

  /** Returns the keys of all roles that the account has on the permit. */
  public List<String> roles(String accountId) {
    return parties.stream()
        .filter(party -> party.accountId().equals(accountId))
        .map(Party::role)
        .toList();
  }

  /** Returns the document with this id. */
  public Optional<FileRecord> document(String documentId) {
    return documents.stream().filter(d -> d.id().equals(documentId)).findFirst();
  }

  /**
   * Returns whether the applicant may remove this document. The applicant's account must have added
   * it. A READY document can be removed only within 15 minutes after its check, and only while the
   * applicant has to act. Otherwise the city may already rely on it.
   */
  public boolean lets(Applicant applicant, FileRecord document, Instant now) {
    Instant checkedAt = document.checkedAt();
    return applicant.role() != MemberRole.READ_ONLY
        && document.addedBy(applicant.accountId())
        && (document.state() != State.READY
            || (checkedAt != null
                && now.isBefore(checkedAt.plus(RETRACTABLE))
                && facts.nextMove() == NextMove.APPLICANT));
  }

  /** Returns the keys of the document kinds that the applicant may add now. */
  public List<String> uploadKinds(City city, Applicant applicant) {
    return allows(applicant, Action.UPLOAD)
        ? city.permits().documentKinds().stream()
            .filter(kind -> kind.from().contains("applicant"))
            .map(PermitSettings.DocumentKind::key)
            .toList()
        : List.of();
  }

  /**
   * Returns the public documents. They have passed the check, and the city publishes their kind.
   */
  public List<FileRecord> published(City city) {
    return documents.stream()
        .filter(d -> d.state() == State.READY)
        .filter(
            d ->
                city.permits()
                    .documentKind(d.kind())
                    .map(PermitSettings.DocumentKind::open)
                    .orElse(false))
        .toList();
  }

  /**
   * Returns the documents that people see: those that arrived or can still arrive, and those that
   * were refused recently.
   */
  public List<FileRecord> shown(Instant now) {
    return documents.stream().filter(d -> d.shown(now)).toList();
  }
}
