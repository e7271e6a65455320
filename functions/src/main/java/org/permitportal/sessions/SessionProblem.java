package org.permitportal.sessions;

import org.permitportal.platform.ProblemCode;

/** Refusals at signing in. None says whether there is such an account. */
enum SessionProblem implements ProblemCode {
  WRONG_CREDENTIALS(
      Kind.UNAUTHENTICATED,
      "The name or the password is wrong, or too many wrong ones were typed just now. Check both,"
          + " wait a moment, or set a new password by mailed code."),
  WRONG_ORIGIN(Kind.FORBIDDEN, "This was not sent from a page of the portal."),
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
