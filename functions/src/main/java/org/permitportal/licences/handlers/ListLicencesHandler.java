package org.permitportal.licences.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import java.util.Set;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.licences.AccountLicences;
import org.permitportal.licences.LicencesView;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;

/** {@code GET /v1/account/licences}: the account's licences, insurance and documents. */
public final class ListLicencesHandler
    extends ForApplicant<ListLicencesHandler.Request, LicencesView> {
  @Inject AccountLicences accountLicences;

  public ListLicencesHandler() {}

  public ListLicencesHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request() {}

  @Override
  protected Set<MemberRole> roles() {
    return ANY_MEMBER;
  }

  @Override
  protected Reply<LicencesView> handle(Request request, Applicant caller) {
    return Reply.ok(accountLicences.list(caller));
  }
}
