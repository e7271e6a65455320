package org.permitportal.sessions.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Header;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.ForAnyone;
import org.permitportal.http.Reply;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RequestProblem;
import org.permitportal.sessions.PortalOrigin;
import org.permitportal.sessions.StaffSessions;
import org.permitportal.sessions.handlers.SessionReply.Delivery;

/** {@code POST /v1/staff/session/refresh}: returns the next access token and a new cookie. */
public final class RefreshStaffSessionHandler
    extends ForAnyone<RefreshStaffSessionHandler.Request, SessionReply> {
  @Inject StaffSessions staffSessions;
  @Inject PortalOrigin origin;

  public RefreshStaffSessionHandler() {}

  public RefreshStaffSessionHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @Header("Origin") @Nullable String origin,
      @CookieValue(RefreshCookie.STAFF_NAME) @Nullable String cookie) {
    @Override
    public String toString() {
      return "Request[***]";
    }
  }

  @Override
  protected Reply<SessionReply> handle(Request request, Anyone caller) {
    origin.require(request.origin());
    if (request.cookie() == null) {
      throw Problem.of(RequestProblem.SESSION_ENDED);
    }
    return SessionReply.of(
        staffSessions.refresh(request.cookie()), RefreshCookie.STAFF, Delivery.COOKIE);
  }
}
