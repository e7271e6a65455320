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
import org.permitportal.sessions.handlers.SessionReply.Delivery;

/** {@code POST /v1/session/refresh}: returns a new access token and a new refresh token. */
public final class RefreshSessionHandler
    extends ForAnyone<RefreshSessionHandler.Request, SessionReply> {
  @Inject Sessions sessions;
  @Inject PortalOrigin origin;

  public RefreshSessionHandler() {}

  public RefreshSessionHandler(ApplicationContext context) {
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
  protected Reply<SessionReply> handle(Request request, Anyone caller) {
    if (request.refreshToken() != null) {
      return SessionReply.of(
          sessions.refresh(request.refreshToken()), RefreshCookie.CONTRACTORS, Delivery.BODY);
    }
    origin.require(request.origin());
    return RefreshCookie.CONTRACTORS.refresh(request.cookie(), sessions::refresh);
  }
}
