package org.permitportal.sessions.handlers;

import org.permitportal.platform.Ids;

/** Patterns for request fields that several operations have. */
final class Rules {
  static final String HANDLE = Ids.ULID;

  static final String EMAIL = "[^@\\s]+@[^@\\s]+";

  /** A code from an authenticator app. */
  static final String CODE = "[0-9]{6}";

  /**
   * A challenge or refresh token that a client keeps for us. Its characters are safe in cookies.
   */
  static final String KEPT = "[A-Za-z0-9._~+/=-]+";

  private Rules() {}
}
