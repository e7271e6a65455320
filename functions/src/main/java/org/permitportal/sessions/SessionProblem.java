package org.permitportal.sessions;

import org.permitportal.platform.ProblemCode;

/** Problem codes for signing in. None reveals whether an account exists. */
enum SessionProblem implements ProblemCode {
  WRONG_CREDENTIALS(
      Kind.UNAUTHENTICATED,
      "The name or the password is wrong, or there were too many wrong tries just now. Check both,"
          + " wait a moment, or set a new password with a mailed code."),
  WRONG_ORIGIN(Kind.FORBIDDEN, "This request did not come from a page of the portal."),
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
