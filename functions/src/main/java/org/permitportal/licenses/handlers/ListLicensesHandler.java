package org.permitportal.licenses.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import java.util.Set;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.licenses.AccountLicenses;
import org.permitportal.licenses.LicensesView;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;

/** {@code GET /v1/account/licenses}: lists the account's licenses, insurance and documents. */
public final class ListLicensesHandler
    extends ForApplicant<ListLicensesHandler.Request, LicensesView> {
  @Inject AccountLicenses accountLicenses;

  public ListLicensesHandler() {}

  public ListLicensesHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request() {}

  @Override
  protected Set<MemberRole> roles() {
    return ANY_MEMBER;
  }

  @Override
  protected Reply<LicensesView> handle(Request request, Applicant caller) {
    return Reply.ok(accountLicenses.list(caller));
  }
}
