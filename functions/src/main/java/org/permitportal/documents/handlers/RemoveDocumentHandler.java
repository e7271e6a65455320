package org.permitportal.documents.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.permitportal.documents.PermitDocuments;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Ids;

/**
 * {@code DELETE /v1/permits/{permitId}/documents/{documentId}}: removes a document from a permit.
 */
public final class RemoveDocumentHandler extends ForApplicant<RemoveDocumentHandler.Request, Void> {
  @Inject PermitDocuments permitDocuments;

  public RemoveDocumentHandler() {}

  public RemoveDocumentHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @PathVariable @Pattern(regexp = Ids.ULID) String permitId,
      @PathVariable @Pattern(regexp = Ids.ULID) String documentId) {}

  @Override
  protected Set<MemberRole> roles() {
    return EDITORS;
  }

  @Override
  protected Reply<Void> handle(Request request, Applicant caller) {
    permitDocuments.remove(caller, request.permitId(), request.documentId());
    return Reply.nothing();
  }
}
