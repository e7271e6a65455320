package org.permitportal.credentials;

import org.permitportal.platform.ProblemCode;

/** Refusals on the way back to a lost sign-in. None says whether there is such an account. */
enum RecoveryProblem implements ProblemCode {
  ANSWER_WRONG(
      Kind.INVALID,
      "This is not the answer, or there is no such account. Check both and try again."),
  RECOVERY_ENDED(
      Kind.GONE,
      "This recovery has ended or was used. If you have just set a new password, sign in with it;"
          + " else start again."),
  LINK_ENDED(
      Kind.GONE,
      "This link was used before or is too old. What it was for is done, or call the city.");

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
