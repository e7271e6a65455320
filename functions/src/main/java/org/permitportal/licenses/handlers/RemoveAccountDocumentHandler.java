package org.permitportal.licenses.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.licenses.AccountDocuments;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Ids;

/** {@code DELETE /v1/account/documents/{documentId}}: removes a document of the account. */
public final class RemoveAccountDocumentHandler
    extends ForApplicant<RemoveAccountDocumentHandler.Request, Void> {
  @Inject AccountDocuments accountDocuments;

  public RemoveAccountDocumentHandler() {}

  public RemoveAccountDocumentHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(@PathVariable @Pattern(regexp = Ids.ULID) String documentId) {}

  @Override
  protected Set<MemberRole> roles() {
    return EDITORS;
  }

  @Override
  protected Reply<Void> handle(Request request, Applicant caller) {
    accountDocuments.remove(caller, request.documentId());
    return Reply.nothing();
  }
}
