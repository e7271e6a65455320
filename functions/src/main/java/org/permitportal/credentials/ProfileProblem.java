package org.permitportal.credentials;

import org.permitportal.platform.ProblemCode;

/** Problem codes for changes of a user's own sign-in. */
enum ProfileProblem implements ProblemCode {
  EMAIL_CHANGED_RECENTLY(
      Kind.CONFLICT,
      "The address was changed recently, and the mailed link can still undo this. You can change it"
          + " again when that link has expired."),
  UNDO_ENDED(Kind.GONE, "This link was used or has expired. If that wasn't you, call the city."),
  SECOND_FACTOR_ON(
      Kind.CONFLICT,
      "An authenticator app is already in use. Turn it off before you set up another."),
  SECOND_FACTOR_NOT_BEGUN(Kind.CONFLICT, "No authenticator app is being set up. Begin again.");

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
