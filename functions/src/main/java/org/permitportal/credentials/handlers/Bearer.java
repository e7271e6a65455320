package org.permitportal.credentials.handlers;

/** Reads the access token from the header that the authorizer has checked. */
final class Bearer {
  private static final String SCHEME = "Bearer ";

  private Bearer() {}

  /**
   * Returns the token without the scheme {@code Bearer}. API Gateway's authorizer accepts tokens
   * with and without this scheme.
   */
  static String token(String authorization) {
    return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? authorization.substring(SCHEME.length()).strip()
        : authorization.strip();
  }
}
