package org.permitportal.members.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Header;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.ForAnyone;
import org.permitportal.http.Reply;
import org.permitportal.members.AcceptInvitation;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Text;
import org.permitportal.users.OneTimeLinks;

/** {@code POST /v1/invitations/acceptance}: makes an invited colleague a member. */
public final class AcceptInvitationHandler
    extends ForAnyone<AcceptInvitationHandler.Request, AcceptInvitation.Joined> {
  @Inject AcceptInvitation acceptInvitation;

  public AcceptInvitationHandler() {}

  public AcceptInvitationHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @Nullable @Header("Idempotency-Key") @Pattern(regexp = Ids.KEY) String idempotencyKey,
      @NotNull @Pattern(regexp = OneTimeLinks.CODE) String code,
      @NotNull @AssertTrue(message = "Agree to the terms to continue.") Boolean agreed,
      @NotNull @Size(min = 1, max = 40) String termsVersion,
      @NotNull @Size(min = 1, max = 100) @Pattern(regexp = Text.FILLED) String name,
      @NotNull @Size(min = 1, max = 256) String password,
      @NotNull @Size(min = 1, max = 60) String question,
      @NotNull @Size(min = 1, max = 200) String answer) {
    @Override
    public String toString() {
      return "Request[***]";
    }
  }

  @Override
  protected Reply<AcceptInvitation.Joined> handle(Request request, Anyone caller) {
    AcceptInvitation.Form form =
        new AcceptInvitation.Form(
            request.name(),
            request.password(),
            request.question(),
            request.answer(),
            request.termsVersion());
    return Reply.ok(acceptInvitation.accept(request.code(), form, request.idempotencyKey()));
  }
}
