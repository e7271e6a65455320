package org.permitportal.credentials;

import org.permitportal.platform.ProblemCode;

/** Refusals of changes to one's own sign-in. */
enum ProfileProblem implements ProblemCode {
  EMAIL_CHANGED_RECENTLY(
      Kind.CONFLICT,
      "The address was changed some days ago and can still be changed back by the mailed link."
          + " Until that ends it can't be changed again."),
  UNDO_ENDED(
      Kind.GONE, "This link has been used or has ended. If you did not use it, call the city."),
  SECOND_FACTOR_ON(
      Kind.CONFLICT,
      "An authenticator app is in use already. Turn it off before enrolling another."),
  SECOND_FACTOR_NOT_BEGUN(Kind.CONFLICT, "No authenticator app is being enrolled. Begin again.");

  private final Kind kind;
  private final String title;

  ProfileProblem(Kind kind, String title) {
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
