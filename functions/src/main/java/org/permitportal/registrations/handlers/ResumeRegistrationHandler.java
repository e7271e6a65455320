package org.permitportal.registrations.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.permitportal.http.ForAnyone;
import org.permitportal.http.ForDraft;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.registrations.AccountWizard;
import org.permitportal.registrations.AccountWizard.Started;
import org.permitportal.registrations.ResumeRegistration;
import org.permitportal.users.OneTimeLinks;

/** {@code POST /v1/registrations/resume}: continues a registration with a mailed link. */
public final class ResumeRegistrationHandler
    extends ForAnyone<ResumeRegistrationHandler.Request, Started> {
  @Inject ResumeRegistration resumption;
  @Inject AccountWizard wizard;

  public ResumeRegistrationHandler() {}

  public ResumeRegistrationHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(@NotNull @Pattern(regexp = OneTimeLinks.CODE) String code) {
    @Override
    public String toString() {
      return "Request[***]";
    }
  }

  @Override
  protected Reply<Started> handle(Request request, Anyone caller) {
    Started resumed = resumption.resume(request.code());
    return ForDraft.remembered(
        Reply.ok(resumed).version(resumed.version()),
        resumed.draftId(),
        resumed.token(),
        wizard.tokenKept());
  }
}
