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

/**
 * {@code POST /v1/staff/session/logout}: ends the session. Repeating the call gives the same
 * answer.
 */
public final class LogoutStaffHandler extends ForAnyone<LogoutStaffHandler.Request, Void> {
  @Inject StaffSessions staffSessions;
  @Inject PortalOrigin origin;

  public LogoutStaffHandler() {}

  public LogoutStaffHandler(ApplicationContext context) {
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
  protected Reply<Void> handle(Request request, Anyone caller) {
    origin.require(request.origin());
    return RefreshCookie.STAFF.logout(request.cookie(), staffSessions::logout);
  }
}
