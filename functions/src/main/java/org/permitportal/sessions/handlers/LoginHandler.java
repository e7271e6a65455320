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
import org.permitportal.platform.Problem;
import org.permitportal.platform.Text;
import org.permitportal.sessions.Login;
import org.permitportal.sessions.Login.Place;
import org.permitportal.sessions.LoginProgress;
import org.permitportal.sessions.PortalOrigin;
import org.permitportal.sessions.handlers.SessionReply.Delivery;

/**
 * {@code POST /v1/session}: signs in by a company from the list, by a company's name or by an
 * e-mail address.
 */
public final class LoginHandler extends ForAnyone<LoginHandler.Request, SessionReply> {
  @Inject Login login;
  @Inject PortalOrigin origin;

  public LoginHandler() {}

  public LoginHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @Header("Origin") @Nullable String origin,
      @Nullable @Pattern(regexp = Rules.HANDLE) String handle,
      @Nullable @Size(min = 1, max = 254) @Pattern(regexp = Text.PRINTABLE) String user,
      @NotNull @Size(min = 1, max = 256) @Pattern(regexp = Text.PRINTABLE) String password,
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
    return SessionReply.of(login(request, place), RefreshCookie.CONTRACTORS, request.delivery());
  }

  private LoginProgress login(Request request, Place place) {
    if (request.handle() != null && request.user() == null) {
      return login.loginByHandle(request.handle(), request.password(), place);
    }
    if (request.user() != null && request.handle() == null) {
      return login.loginByName(request.user(), request.password(), place);
    }
    throw Problem.invalid("user", "REQUIRED", "Give either a handle, or a name or email address.");
  }
}
