package org.permitportal.staff.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import org.permitportal.http.ForStaff;
import org.permitportal.http.Reply;
import org.permitportal.licenses.LicenseDecisions;
import org.permitportal.licenses.ReviewedAccount;
import org.permitportal.platform.Caller.StaffMember;
import org.permitportal.platform.Ids;
import org.permitportal.platform.StaffPermission;

/** {@code GET /v1/staff/accounts/{accountId}}: returns what an account registered and uploaded. */
public final class ReviewAccountHandler
    extends ForStaff<ReviewAccountHandler.Request, ReviewedAccount> {
  @Inject LicenseDecisions decisions;

  public ReviewAccountHandler() {}

  public ReviewAccountHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(@PathVariable @Pattern(regexp = Ids.ULID) String accountId) {}

  @Override
  protected StaffPermission permission() {
    return StaffPermission.SEE_ACCOUNTS;
  }

  @Override
  protected Reply<ReviewedAccount> handle(Request request, StaffMember caller) {
    return Reply.ok(decisions.review(request.accountId()));
  }
}
