package org.permitportal.licenses.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.permitportal.http.EntityTag;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.licenses.AccountLicenses;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Ids;

/** {@code DELETE /v1/account/licenses/{licenseId}}: removes a license or insurance. */
public final class RemoveLicenseHandler extends ForApplicant<RemoveLicenseHandler.Request, Void> {
  @Inject AccountLicenses accountLicenses;

  public RemoveLicenseHandler() {}

  public RemoveLicenseHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @PathVariable @Pattern(regexp = Ids.ULID) String licenseId,
      @NotNull @Header("If-Match") @Pattern(regexp = EntityTag.PATTERN) String version) {}

  @Override
  protected Set<MemberRole> roles() {
    return EDITORS;
  }

  @Override
  protected Reply<Void> handle(Request request, Applicant caller) {
    accountLicenses.remove(caller, request.licenseId(), EntityTag.version(request.version()));
    return Reply.nothing();
  }
}
