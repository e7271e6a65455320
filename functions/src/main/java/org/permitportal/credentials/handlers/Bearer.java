package org.permitportal.credentials.handlers;

/** The access token in the header that the authorizer has checked. */
final class Bearer {
  private static final String SCHEME = "Bearer ";

  private Bearer() {}

  /** API Gateway's authorizer takes a token with or without its scheme. */
  static String token(String authorization) {
    return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? authorization.substring(SCHEME.length()).strip()
        : authorization.strip();
  }
}
