package org.permitportal.credentials;

import org.permitportal.platform.ProblemCode;

/** Problem codes for the recovery of a lost sign-in. No code reveals whether an account exists. */
enum RecoveryProblem implements ProblemCode {
  ANSWER_WRONG(
      Kind.INVALID,
      "This is not the answer, or there is no such account. Check both and try again."),
  RECOVERY_ENDED(
      Kind.GONE,
      "This took too long or was finished before. If you have just set a new password, log in with"
          + " it; otherwise begin again."),
  LINK_ENDED(Kind.GONE, "This link was used or has expired. If that wasn't you, call the city.");

  private final Kind kind;
  private final String title;

  RecoveryProblem(Kind kind, String title) {
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
