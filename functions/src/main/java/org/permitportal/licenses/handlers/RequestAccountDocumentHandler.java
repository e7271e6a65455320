package org.permitportal.licenses.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Header;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.AnnouncedFile;
import org.permitportal.files.UploadRequest;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.licenses.AccountDocuments;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.CallerLimits;
import org.permitportal.platform.CallerLimits.Purpose;
import org.permitportal.platform.Ids;

/**
 * {@code POST /v1/account/documents}: announces a document and returns the signed upload for its
 * file.
 */
public final class RequestAccountDocumentHandler
    extends ForApplicant<RequestAccountDocumentHandler.Request, AccountDocuments.Requested> {
  @Inject AccountDocuments accountDocuments;
  @Inject CallerLimits limits;

  public RequestAccountDocumentHandler() {}

  public RequestAccountDocumentHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @Nullable @Header("Idempotency-Key") @Pattern(regexp = Ids.KEY) String idempotencyKey,
      @NotNull @Size(min = 1, max = 40) @Pattern(regexp = "[a-z0-9-]+") String kind,
      @Nullable @Pattern(regexp = Ids.ULID) String licenseId,
      @NotNull @Size(min = 1, max = 255) @Pattern(regexp = AnnouncedFile.NAME) String name,
      @NotNull @Size(min = 1, max = 100) @Pattern(regexp = AnnouncedFile.TYPE) String type,
      @NotNull @Min(1) Long bytes,
      @NotNull @Pattern(regexp = AnnouncedFile.SHA256) String sha256) {}

  @Override
  protected Set<MemberRole> roles() {
    return EDITORS;
  }

  @Override
  protected Reply<AccountDocuments.Requested> handle(Request request, Applicant caller) {
    limits.count(Purpose.UPLOADS, caller);
    return Reply.created(
        accountDocuments.request(
            caller,
            new UploadRequest(
                request.kind(),
                request.licenseId(),
                request.name(),
                request.type(),
                request.bytes(),
                request.sha256(),
                request.idempotencyKey())));
  }
}
