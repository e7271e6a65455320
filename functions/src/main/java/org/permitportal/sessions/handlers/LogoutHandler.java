package org.permitportal.sessions.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Header;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.ForAnyone;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.sessions.PortalOrigin;
import org.permitportal.sessions.Sessions;

/** {@code POST /v1/session/logout}: ends the session. Repeating the call gives the same answer. */
public final class LogoutHandler extends ForAnyone<LogoutHandler.Request, Void> {
  @Inject Sessions sessions;
  @Inject PortalOrigin origin;

  public LogoutHandler() {}

  public LogoutHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @Header("Origin") @Nullable String origin,
      @CookieValue(RefreshCookie.CONTRACTORS_NAME) @Nullable String cookie,
      @Nullable @Size(max = 4096) @Pattern(regexp = Rules.KEPT) String refreshToken) {
    @Override
    public String toString() {
      return "Request[***]";
    }
  }

  @Override
  protected Reply<Void> handle(Request request, Anyone caller) {
    if (request.refreshToken() != null) {
      sessions.logout(request.refreshToken());
      return Reply.nothing();
    }
    origin.require(request.origin());
    return RefreshCookie.CONTRACTORS.logout(request.cookie(), sessions::logout);
  }
}
