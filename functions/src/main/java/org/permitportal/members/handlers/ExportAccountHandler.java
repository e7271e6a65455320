package org.permitportal.members.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import java.util.Set;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.members.AccountExport;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;

/** {@code GET /v1/account/export}: returns everything that the portal holds about the account. */
public final class ExportAccountHandler
    extends ForApplicant<ExportAccountHandler.Request, AccountExport.Exported> {
  @Inject AccountExport export;

  public ExportAccountHandler() {}

  public ExportAccountHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request() {}

  @Override
  protected Set<MemberRole> roles() {
    return OWNERS;
  }

  @Override
  protected Reply<AccountExport.Exported> handle(Request request, Applicant caller) {
    return Reply.ok(export.of(caller));
  }
}
