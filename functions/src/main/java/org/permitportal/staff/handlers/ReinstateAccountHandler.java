package org.permitportal.staff.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.permitportal.accounts.AccountSuspension;
import org.permitportal.http.ForStaff;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.StaffMember;
import org.permitportal.platform.Ids;
import org.permitportal.platform.StaffPermission;
import org.permitportal.platform.Text;

/** {@code POST /v1/staff/accounts/{accountId}/reinstatement}: ends a suspension. */
public final class ReinstateAccountHandler
    extends ForStaff<ReinstateAccountHandler.Request, AccountSuspension.Standing> {
  @Inject AccountSuspension suspension;

  public ReinstateAccountHandler() {}

  public ReinstateAccountHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @PathVariable @Pattern(regexp = Ids.ULID) String accountId,
      @NotNull @Size(min = 1, max = 500) @Pattern(regexp = Text.FILLED) String reason) {}

  @Override
  protected StaffPermission permission() {
    return StaffPermission.SUSPEND_ACCOUNTS;
  }

  @Override
  protected Reply<AccountSuspension.Standing> handle(Request request, StaffMember caller) {
    return Reply.ok(suspension.reinstate(caller, request.accountId(), request.reason().strip()));
  }
}
