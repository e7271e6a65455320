package org.permitportal.staff.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.EntityTag;
import org.permitportal.http.ForStaff;
import org.permitportal.http.Reply;
import org.permitportal.licenses.LicenseDecisions;
import org.permitportal.licenses.LicenseView;
import org.permitportal.licenses.Verdict;
import org.permitportal.platform.Caller.StaffMember;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Problem;
import org.permitportal.platform.StaffPermission;
import org.permitportal.platform.Text;

/**
 * {@code POST /v1/staff/accounts/{accountId}/licenses/{licenseId}/decision}: verifies or rejects a
 * license.
 */
public final class DecideLicenseHandler
    extends ForStaff<DecideLicenseHandler.Request, LicenseView> {
  @Inject LicenseDecisions decisions;

  public DecideLicenseHandler() {}

  public DecideLicenseHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @PathVariable @Pattern(regexp = Ids.ULID) String accountId,
      @PathVariable @Pattern(regexp = Ids.ULID) String licenseId,
      @NotNull @Header("If-Match") @Pattern(regexp = EntityTag.PATTERN) String version,
      @NotNull Decision decision,
      @Nullable @Size(min = 1, max = 500) @Pattern(regexp = Text.FILLED) String reason) {}

  /** The decisions staff can make. */
  enum Decision {
    VERIFY,
    REJECT
  }

  private static String reason(Request request) {
    if (request.reason() == null) {
      throw Problem.invalid("reason", "REQUIRED", "Give a reason. The account gets it by email.");
    }
    return request.reason().strip();
  }

  @Override
  protected StaffPermission permission() {
    return StaffPermission.DECIDE_LICENSES;
  }

  @Override
  protected Reply<LicenseView> handle(Request request, StaffMember caller) {
    boolean verified = request.decision() == Decision.VERIFY;
    LicenseView decided =
        decisions.decide(
            caller,
            request.accountId(),
            request.licenseId(),
            EntityTag.version(request.version()),
            verified ? Verdict.VERIFIED : Verdict.REJECTED,
            verified ? null : reason(request));
    return Reply.ok(decided).version(decided.version());
  }
}
