package org.permitportal.licences.handlers;

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
import org.permitportal.licences.AccountLicences;
import org.permitportal.licences.LicenceFacts;
import org.permitportal.licences.LicenceKind;
import org.permitportal.licences.LicenceView;
import org.permitportal.licences.StatedLicence;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Text;

/** {@code POST /v1/account/licences}: a licence or insurance, which staff then verify. */
public final class AddLicenceHandler extends ForApplicant<AddLicenceHandler.Request, LicenceView> {
  @Inject AccountLicences accountLicences;

  public AddLicenceHandler() {}

  public AddLicenceHandler(ApplicationContext context) {
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
      @Nullable @Pattern(regexp = StatedLicence.DAY) String issued,
      @Nullable @Pattern(regexp = StatedLicence.DAY) String expires) {}

  /** What people add themselves; who they are follows from documents. */
  enum Kind {
    LICENCE,
    LIABILITY,
    WORKERS_COMP
  }

  @Override
  protected Set<MemberRole> roles() {
    return EDITORS;
  }

  @Override
  protected Reply<LicenceView> handle(Request request, Applicant caller) {
    LicenceFacts facts =
        new LicenceFacts(
            request.category(),
            request.number(),
            request.state(),
            request.issued(),
            request.expires());
    LicenceView added =
        accountLicences.add(
            caller, LicenceKind.valueOf(request.kind().name()), facts, request.idempotencyKey());
    return Reply.created(added).version(added.version());
  }
}
