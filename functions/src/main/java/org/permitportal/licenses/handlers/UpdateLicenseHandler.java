package org.permitportal.licenses.handlers;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.EntityTag;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.licenses.AccountLicenses;
import org.permitportal.licenses.LicenseFacts;
import org.permitportal.licenses.LicenseView;
import org.permitportal.licenses.StatedLicense;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Text;

/**
 * {@code PUT /v1/account/licenses/{licenseId}}: changes a license, which staff must then verify
 * again.
 */
public final class UpdateLicenseHandler
    extends ForApplicant<UpdateLicenseHandler.Request, LicenseView> {
  @Inject AccountLicenses accountLicenses;

  public UpdateLicenseHandler() {}

  public UpdateLicenseHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @PathVariable @Pattern(regexp = Ids.ULID) String licenseId,
      @NotNull @Header("If-Match") @Pattern(regexp = EntityTag.PATTERN) String version,
      @Nullable @Size(min = 1, max = 60) @Pattern(regexp = Text.FILLED) @JsonProperty("class")
          String category,
      @Nullable @Size(min = 1, max = 60) @Pattern(regexp = Text.FILLED) String number,
      @Nullable @Pattern(regexp = "[A-Z]{2}") String state,
      @Nullable @Pattern(regexp = StatedLicense.DAY) String issued,
      @Nullable @Pattern(regexp = StatedLicense.DAY) String expires) {}

  @Override
  protected Set<MemberRole> roles() {
    return EDITORS;
  }

  @Override
  protected Reply<LicenseView> handle(Request request, Applicant caller) {
    LicenseFacts facts =
        new LicenseFacts(
            request.category(),
            request.number(),
            request.state(),
            request.issued(),
            request.expires());
    LicenseView changed =
        accountLicenses.update(
            caller, request.licenseId(), EntityTag.version(request.version()), facts);
    return Reply.ok(changed).version(changed.version());
  }
}
