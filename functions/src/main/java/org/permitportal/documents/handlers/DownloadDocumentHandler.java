package org.permitportal.documents.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.documents.PermitDocuments;
import org.permitportal.files.Download;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Ids;

/**
 * {@code GET /v1/permits/{permitId}/documents/{documentId}}: returns a short-lived link to a
 * document.
 */
public final class DownloadDocumentHandler
    extends ForApplicant<DownloadDocumentHandler.Request, Download> {
  @Inject PermitDocuments permitDocuments;

  public DownloadDocumentHandler() {}

  public DownloadDocumentHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @PathVariable @Pattern(regexp = Ids.ULID) String permitId,
      @PathVariable @Pattern(regexp = Ids.ULID) String documentId,
      @QueryValue @Nullable Boolean view) {}

  @Override
  protected Set<MemberRole> roles() {
    return ANY_MEMBER;
  }

  @Override
  protected Reply<Download> handle(Request request, Applicant caller) {
    return Reply.ok(
        permitDocuments.download(
            caller, request.permitId(), request.documentId(), Boolean.TRUE.equals(request.view())));
  }
}
