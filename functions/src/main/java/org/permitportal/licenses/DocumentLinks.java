package org.permitportal.licenses;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.permitportal.files.Download;
import org.permitportal.files.Downloads;
import org.permitportal.files.FileProblem;
import org.permitportal.files.FileRecord;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.StaffMember;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RequestProblem;

/** Creates short-lived links to accounts' documents. */
@Singleton
public class DocumentLinks {
  private final DocumentStore documents;
  private final Downloads downloads;
  private final Ids ids;
  private final Clock clock;

  DocumentLinks(DocumentStore documents, Downloads downloads, Ids ids, Clock clock) {
    this.documents = documents;
    this.downloads = downloads;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Returns a link for a member of the account. Members can't open images of identity documents;
   * only clerks can.
   *
   * @param view whether the browser may show the file instead of saving it
   * @throws Problem 403 for an image of an identity document; 404 when there is no such document;
   *     409 when the document is not checked yet or was refused; 410 when its file was deleted
   */
  public Download ofMember(Applicant applicant, String id, boolean view) {
    AccountDocument document = ready(applicant.accountId(), id);
    if (document.identity()) {
      throw Problem.of(RequestProblem.NOT_ALLOWED);
    }
    return link(document, view);
  }

  /**
   * Returns a link for staff. If the document shows an identity document, the access is recorded
   * first.
   *
   * @throws Problem 404 when there is no such document; 409 when the document is not checked yet or
   *     was refused; 410 when its file was deleted
   */
  public Download ofStaff(StaffMember staff, String accountId, String id, boolean view) {
    AccountDocument document = ready(accountId, id);
    if (document.identity()) {
      documents.looked(document.file(), ids.ulid(), staff.userId(), clock.instant());
    }
    return link(document, view);
  }

  private AccountDocument ready(String accountId, String id) {
    AccountDocument document = documents.find(accountId, id).orElseThrow(Problem::notFound);
    return switch (document.file().state()) {
      case READY -> document;
      case DELETED -> throw Problem.of(LicenseProblem.DOCUMENT_DELETED);
      case REMOVED -> throw Problem.notFound();
      case PENDING, REFUSED -> throw Problem.of(FileProblem.DOCUMENT_NOT_READY);
    };
  }

  private Download link(AccountDocument document, boolean view) {
    FileRecord file = document.file();
    return downloads.link(file.key(), file.name(), file.type(), view);
  }
}
