package org.permitportal.sessions;

import org.permitportal.platform.ProblemCode;

/** Refusals at signing in. None says whether there is such an account. */
enum SessionProblem implements ProblemCode {
  WRONG_CREDENTIALS(
      Kind.UNAUTHENTICATED,
      "The name or the password is wrong. Check both, or set a new password; if that does not help,"
          + " call the Permit Center."),
  SIGN_IN_LOCKED(
      Kind.TOO_MANY,
      "Too many wrong passwords were typed for this sign-in. Wait some minutes, or set a new"
          + " password with a code that we mail: that unlocks it at once."),
  SIGN_IN_CLOSED(Kind.FORBIDDEN, "This sign-in is closed. Call the Permit Center."),
  WRONG_ORIGIN(Kind.FORBIDDEN, "This was not sent from a page of the portal."),
  CODE_NOT_VALID(
      Kind.INVALID, "This code is not valid now. Type the newest one of your authenticator app."),
  CHALLENGE_ENDED(Kind.UNAUTHENTICATED, "This sign-in took too long. Start it again.");

  private final Kind kind;
  private final String title;

  SessionProblem(Kind kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String title() {
    return title;
  }
}
