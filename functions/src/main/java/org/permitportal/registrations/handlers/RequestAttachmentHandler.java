package org.permitportal.registrations.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Header;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.AnnouncedFile;
import org.permitportal.files.UploadRequest;
import org.permitportal.http.ForDraft;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Registrant;
import org.permitportal.platform.CallerLimits;
import org.permitportal.platform.CallerLimits.Purpose;
import org.permitportal.platform.Ids;
import org.permitportal.registrations.Attachments;
import org.permitportal.registrations.Attachments.Requested;

/** {@code POST /v1/registrations/{draftId}/attachments}: returns how to upload one file. */
public final class RequestAttachmentHandler
    extends ForDraft<RequestAttachmentHandler.Request, Requested> {
  @Inject Attachments attachments;
  @Inject CallerLimits limits;

  public RequestAttachmentHandler() {}

  public RequestAttachmentHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @Header("Idempotency-Key") @Pattern(regexp = Ids.KEY) @Nullable String idempotencyKey,
      @NotNull @Size(min = 1, max = 40) @Pattern(regexp = "[a-z0-9-]+") String kind,
      @NotNull @Size(min = 1, max = 255) @Pattern(regexp = AnnouncedFile.NAME) String name,
      @NotNull @Size(min = 1, max = 100) @Pattern(regexp = AnnouncedFile.TYPE) String type,
      @NotNull @Min(1) Long bytes,
      @NotNull @Pattern(regexp = AnnouncedFile.SHA256) String sha256) {}

  @Override
  protected Reply<Requested> handle(Request request, Registrant caller) {
    limits.count(Purpose.UPLOADS, caller);
    return Reply.created(
        attachments.request(
            caller.draftId(),
            new UploadRequest(
                request.kind(),
                null,
                request.name(),
                request.type(),
                request.bytes(),
                request.sha256(),
                request.idempotencyKey())));
  }
}
