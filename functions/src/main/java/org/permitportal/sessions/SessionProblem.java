package org.permitportal.sessions;

import org.permitportal.platform.ProblemCode;

/** Problem codes for signing in. None reveals whether an account exists. */
enum SessionProblem implements ProblemCode {
  WRONG_CREDENTIALS(
      Kind.UNAUTHENTICATED,
      "User Name and password do not match, or there were too many wrong tries just now. Check"
          + " both, wait a moment, or set a new password with an emailed code."),
  WRONG_ORIGIN(
      Kind.FORBIDDEN,
      "This did not come from a page of the portal. Open the portal's own address and try again."),
  CHALLENGE_ENDED(Kind.UNAUTHENTICATED, "This took too long. Begin again with your password.");

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
