package org.permitportal.sessions.handlers;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.Reply;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RequestProblem;
import org.permitportal.sessions.LoginProgress;

/** The cookies that hold refresh tokens. */
public enum RefreshCookie {
  CONTRACTORS(RefreshCookie.CONTRACTORS_NAME),
  STAFF(RefreshCookie.STAFF_NAME);

  static final String CONTRACTORS_NAME = Reply.HOST + "refresh";
  static final String STAFF_NAME = Reply.HOST + "staff-refresh";

  private final String name;

  RefreshCookie(String name) {
    this.name = name;
  }

  /**
   * Continues the session whose refresh token is in the cookie.
   *
   * @param token the cookie's value, or null when the request has none
   * @throws Problem 401 when the session has ended
   */
  Reply<SessionReply> refresh(
      @Nullable String token, Function<String, LoginProgress.SignedIn> refresh) {
    if (token == null) {
      throw Problem.of(RequestProblem.SESSION_ENDED);
    }
    return SessionReply.of(refresh.apply(token), this, SessionReply.Delivery.COOKIE);
  }

  /**
   * Ends the session whose refresh token is in the cookie, if there is one, and clears the cookie.
   *
   * @param token the cookie's value, or null when the request has none
   */
  Reply<Void> logout(@Nullable String token, Consumer<String> logout) {
    if (token != null) {
      logout.accept(token);
    }
    return clear(Reply.nothing());
  }

  <A> Reply<A> set(Reply<A> reply, LoginProgress.SignedIn session) {
    return reply.cookie(name, session.refreshToken(), session.life().toSeconds());
  }

  <A> Reply<A> clear(Reply<A> reply) {
    return reply.cookie(name, "", 0);
  }
}
