package org.permitportal.sessions.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Header;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.ForAnyone;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.platform.Text;
import org.permitportal.sessions.PortalOrigin;
import org.permitportal.sessions.StaffLogin;
import org.permitportal.sessions.handlers.SessionReply.Delivery;

/**
 * {@code POST /v1/staff/session/challenge}: answers the challenge that {@code staffLogin} returned.
 */
public final class AnswerStaffChallengeHandler
    extends ForAnyone<AnswerStaffChallengeHandler.Request, SessionReply> {
  @Inject StaffLogin staffLogin;
  @Inject PortalOrigin origin;

  public AnswerStaffChallengeHandler() {}

  public AnswerStaffChallengeHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @Header("Origin") @Nullable String origin,
      @NotNull @Size(max = 4096) @Pattern(regexp = Rules.KEPT) String challenge,
      @Nullable @Pattern(regexp = Rules.CODE) String code,
      @Nullable @Size(min = 1, max = 256) @Pattern(regexp = Text.PRINTABLE) String newPassword) {
    @Override
    public String toString() {
      return "Request[***]";
    }
  }

  @Override
  protected Reply<SessionReply> handle(Request request, Anyone caller) {
    origin.require(request.origin());
    return SessionReply.of(
        staffLogin.answer(
            request.challenge(), request.code(), request.newPassword(), caller.origin().address()),
        RefreshCookie.STAFF,
        Delivery.COOKIE);
  }
}
