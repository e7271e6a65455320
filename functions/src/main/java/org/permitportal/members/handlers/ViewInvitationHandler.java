package org.permitportal.members.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.permitportal.http.ForAnyone;
import org.permitportal.http.Reply;
import org.permitportal.members.InvitationLink;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.users.OneTimeLinks;

/**
 * {@code POST /v1/invitations/view}: returns the invitation, for the page that the mailed link
 * opens.
 */
public final class ViewInvitationHandler
    extends ForAnyone<ViewInvitationHandler.Request, InvitationLink.Offer> {
  @Inject InvitationLink link;

  public ViewInvitationHandler() {}

  public ViewInvitationHandler(ApplicationContext context) {
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
  protected Reply<InvitationLink.Offer> handle(Request request, Anyone caller) {
    return Reply.ok(link.view(request.code()));
  }
}
