package org.permitportal.registrations.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import org.permitportal.http.ForDraft;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Registrant;
import org.permitportal.platform.CallerLimits;
import org.permitportal.platform.CallerLimits.Purpose;
import org.permitportal.registrations.ResumeLinks;

/**
 * {@code POST /v1/registrations/{draftId}/resume-link}: mails a link to continue on another device.
 */
public final class MailResumeLinkHandler
    extends ForDraft<MailResumeLinkHandler.Request, ResumeLinks.Mailed> {
  @Inject ResumeLinks links;
  @Inject CallerLimits limits;

  public MailResumeLinkHandler() {}

  public MailResumeLinkHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request() {}

  @Override
  protected Reply<ResumeLinks.Mailed> handle(Request request, Registrant caller) {
    limits.count(Purpose.MAILS, caller);
    return Reply.ok(links.mail(caller.draftId()));
  }
}
