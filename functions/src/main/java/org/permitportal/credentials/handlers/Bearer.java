package org.permitportal.credentials.handlers;

/** Reads the access token from the header that the authorizer has checked. */
final class Bearer {
  private static final String SCHEME = "Bearer ";

  private Bearer() {}

  /**
   * Returns the token without its scheme. API Gateway's authorizer accepts a token with or without
   * one.
   */
  static String token(String authorization) {
    return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? authorization.substring(SCHEME.length()).strip()
        : authorization.strip();
  }
}
