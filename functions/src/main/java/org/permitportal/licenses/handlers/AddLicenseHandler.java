package org.permitportal.licenses.handlers;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Header;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.licenses.AccountLicenses;
import org.permitportal.licenses.LicenseFacts;
import org.permitportal.licenses.LicenseKind;
import org.permitportal.licenses.LicenseView;
import org.permitportal.licenses.StatedLicense;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Text;

/** {@code POST /v1/account/licenses}: adds a license or insurance, which staff must verify. */
public final class AddLicenseHandler extends ForApplicant<AddLicenseHandler.Request, LicenseView> {
  @Inject AccountLicenses accountLicenses;

  public AddLicenseHandler() {}

  public AddLicenseHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @Nullable @Header("Idempotency-Key") @Pattern(regexp = Ids.KEY) String idempotencyKey,
      @NotNull Kind kind,
      @Nullable @Size(min = 1, max = 60) @Pattern(regexp = Text.FILLED) @JsonProperty("class")
          String category,
      @Nullable @Size(min = 1, max = 60) @Pattern(regexp = Text.FILLED) String number,
      @Nullable @Pattern(regexp = "[A-Z]{2}") String state,
      @Nullable @Pattern(regexp = StatedLicense.DAY) String issued,
      @Nullable @Pattern(regexp = StatedLicense.DAY) String expires) {}

  /** The kinds of licenses that people can add. Uploaded documents add the kind IDENTITY. */
  enum Kind {
    LICENSE,
    LIABILITY,
    WORKERS_COMP
  }

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
    LicenseView added =
        accountLicenses.add(
            caller, LicenseKind.valueOf(request.kind().name()), facts, request.idempotencyKey());
    return Reply.created(added).version(added.version());
  }
}
