package org.permitportal.registrations.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import org.permitportal.http.ForDraft;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Registrant;
import org.permitportal.registrations.AccountWizard;
import org.permitportal.registrations.RegistrationView;

/**
 * {@code GET /v1/registrations/{draftId}}: returns everything that was entered, except the secrets.
 * The ETag is the version to send in {@code If-Match}. Added and removed attachments do not change
 * this version, so the answer is never 304.
 */
public final class GetRegistrationHandler
    extends ForDraft<GetRegistrationHandler.Request, RegistrationView> {
  @Inject AccountWizard wizard;

  public GetRegistrationHandler() {}

  public GetRegistrationHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request() {}

  @Override
  protected Reply<RegistrationView> handle(Request request, Registrant caller) {
    RegistrationView view = wizard.view(caller.draftId());
    return Reply.ok(view).version(view.version());
  }
}
