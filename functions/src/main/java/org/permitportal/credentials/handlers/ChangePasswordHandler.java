package org.permitportal.credentials.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.credentials.ChangePassword;
import org.permitportal.http.ForApplicant;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Text;
import org.permitportal.sessions.LoginProgress;
import org.permitportal.sessions.handlers.RefreshCookie;
import org.permitportal.sessions.handlers.SessionReply;
import org.permitportal.sessions.handlers.SessionReply.Delivery;

/** {@code POST /v1/account/password}: changes the password and returns a new session. */
public final class ChangePasswordHandler
    extends ForApplicant<ChangePasswordHandler.Request, SessionReply> {
  @Inject ChangePassword changePassword;

  public ChangePasswordHandler() {}

  public ChangePasswordHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @NotNull @Size(min = 1, max = 256) @Pattern(regexp = Text.PRINTABLE) String currentPassword,
      @NotNull @Size(min = 1, max = 256) String newPassword,
      @NotNull Delivery delivery,
      @Nullable @Size(min = 1, max = 60) @Pattern(regexp = Text.FILLED) String device) {
    @Override
    public String toString() {
      return "Request[***]";
    }
  }

  @Override
  protected Set<MemberRole> roles() {
    return ANY_MEMBER;
  }

  @Override
  protected Reply<SessionReply> handle(Request request, Applicant caller) {
    LoginProgress loginProgress =
        changePassword.change(
            caller, request.currentPassword(), request.newPassword(), request.device());
    return SessionReply.of(loginProgress, RefreshCookie.CONTRACTORS, request.delivery());
  }
}
