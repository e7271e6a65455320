package org.permitportal.staff.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.Download;
import org.permitportal.http.ForStaff;
import org.permitportal.http.Reply;
import org.permitportal.licenses.DocumentLinks;
import org.permitportal.platform.Caller.StaffMember;
import org.permitportal.platform.Ids;
import org.permitportal.platform.StaffPermission;

/**
 * {@code GET /v1/staff/accounts/{accountId}/documents/{documentId}}: returns a short-lived link to
 * a document. Access to an identity document is recorded.
 */
public final class OpenAccountDocumentHandler
    extends ForStaff<OpenAccountDocumentHandler.Request, Download> {
  @Inject DocumentLinks links;

  public OpenAccountDocumentHandler() {}

  public OpenAccountDocumentHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @PathVariable @Pattern(regexp = Ids.ULID) String accountId,
      @PathVariable @Pattern(regexp = Ids.ULID) String documentId,
      @QueryValue @Nullable Boolean view) {}

  @Override
  protected StaffPermission permission() {
    return StaffPermission.OPEN_ACCOUNT_DOCUMENTS;
  }

  @Override
  protected Reply<Download> handle(Request request, StaffMember caller) {
    return Reply.ok(
        links.ofStaff(
            caller,
            request.accountId(),
            request.documentId(),
            Boolean.TRUE.equals(request.view())));
  }
}
