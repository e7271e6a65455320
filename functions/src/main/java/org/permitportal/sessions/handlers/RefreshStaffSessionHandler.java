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
import org.permitportal.sessions.PortalOrigin;
import org.permitportal.sessions.StaffSessions;

/** {@code POST /v1/staff/session/refresh}: returns a new access token and a new cookie. */
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
    return RefreshCookie.STAFF.refresh(request.cookie(), staffSessions::refresh);
  }
}
