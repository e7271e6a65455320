package org.permitportal.registrations.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.permitportal.http.ForDraft;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Registrant;
import org.permitportal.platform.Ids;
import org.permitportal.registrations.Attachments;

/** {@code DELETE /v1/registrations/{draftId}/attachments/{fileId}}: removes a file. */
public final class RemoveAttachmentHandler extends ForDraft<RemoveAttachmentHandler.Request, Void> {
  @Inject Attachments attachments;

  public RemoveAttachmentHandler() {}

  public RemoveAttachmentHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(@PathVariable @NotNull @Pattern(regexp = Ids.ULID) String fileId) {}

  @Override
  protected Reply<Void> handle(Request request, Registrant caller) {
    attachments.remove(caller.draftId(), request.fileId());
    return Reply.nothing();
  }
}
