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
import org.permitportal.sessions.BackupCodeSignIn;
import org.permitportal.sessions.Login;
import org.permitportal.sessions.Login.Place;
import org.permitportal.sessions.LoginProgress;
import org.permitportal.sessions.PortalOrigin;
import org.permitportal.sessions.handlers.SessionReply.Delivery;
import org.permitportal.users.BackupCodes;

/** {@code POST /v1/session/challenge}: answers the challenge that {@code login} returned. */
public final class AnswerChallengeHandler
    extends ForAnyone<AnswerChallengeHandler.Request, SessionReply> {
  @Inject Login login;
  @Inject BackupCodeSignIn recovery;
  @Inject PortalOrigin origin;

  public AnswerChallengeHandler() {}

  public AnswerChallengeHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @Header("Origin") @Nullable String origin,
      @NotNull @Size(max = 4096) @Pattern(regexp = Rules.KEPT) String challenge,
      @Nullable @Pattern(regexp = Rules.CODE) String code,
      @Nullable @Size(min = 1, max = 256) @Pattern(regexp = Text.PRINTABLE) String newPassword,
      @Nullable @Pattern(regexp = BackupCodes.PATTERN) String recoveryCode,
      @Nullable @Size(min = 1, max = 256) @Pattern(regexp = Text.PRINTABLE) String password,
      @NotNull Delivery delivery,
      @Nullable @Size(min = 1, max = 60) @Pattern(regexp = Text.FILLED) String device) {
    @Override
    public String toString() {
      return "Request[***]";
    }
  }

  @Override
  protected Reply<SessionReply> handle(Request request, Anyone caller) {
    if (request.delivery() == Delivery.COOKIE) {
      origin.require(request.origin());
    }
    Place place = new Place(caller.origin().address(), request.device());
    LoginProgress loginProgress =
        request.recoveryCode() == null
            ? login.answer(request.challenge(), request.code(), request.newPassword(), place)
            : recovery.signIn(
                request.challenge(), request.recoveryCode(), request.password(), place);
    return SessionReply.of(loginProgress, RefreshCookie.CONTRACTORS, request.delivery());
  }
}
