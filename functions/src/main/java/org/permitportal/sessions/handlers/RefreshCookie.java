package org.permitportal.sessions.handlers;

import org.permitportal.http.Reply;
import org.permitportal.sessions.LoginProgress;

/** The cookies that hold refresh tokens; a browser sends each only to the paths that need it. */
public enum RefreshCookie {
  CONTRACTORS(RefreshCookie.CONTRACTORS_NAME, "/v1/session"),
  STAFF(RefreshCookie.STAFF_NAME, "/v1/staff/session");

  static final String CONTRACTORS_NAME = "refresh";
  static final String STAFF_NAME = "staff-refresh";

  private final String name;
  private final String path;

  RefreshCookie(String name, String path) {
    this.name = name;
    this.path = path;
  }

  <A> Reply<A> set(Reply<A> reply, LoginProgress.SignedIn session) {
    return reply.cookie(name, session.refreshToken(), path, session.life().toSeconds());
  }

  <A> Reply<A> clear(Reply<A> reply) {
    return reply.cookie(name, "", path, 0);
  }
}
