package org.permitportal.registrations.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import org.permitportal.http.ForDraft;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Registrant;
import org.permitportal.platform.CallerLimits;
import org.permitportal.platform.CallerLimits.Purpose;
import org.permitportal.registrations.EmailVerification;

/** {@code POST /v1/registrations/{draftId}/code}: mails the code that proves the e-mail address. */
public final class SendCodeHandler
    extends ForDraft<SendCodeHandler.Request, EmailVerification.Sent> {
  @Inject EmailVerification proof;
  @Inject CallerLimits limits;

  public SendCodeHandler() {}

  public SendCodeHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request() {}

  @Override
  protected Reply<EmailVerification.Sent> handle(Request request, Registrant caller) {
    limits.count(Purpose.MAILS, caller);
    return Reply.ok(proof.send(caller.draftId()));
  }
}
