package org.permitportal.credentials;

import org.permitportal.platform.ProblemCode;

/** Problem codes for changes that users make to their own sign-in. */
enum ProfileProblem implements ProblemCode {
  EMAIL_CHANGED_RECENTLY(
      Kind.CONFLICT, "The email address was changed only recently. Try again in a few days."),
  UNDO_ENDED(Kind.GONE, "It is too late to take this change back. Contact the Permit Center."),
  SECOND_FACTOR_ON(
      Kind.CONFLICT, "The authenticator app is already on. Turn it off before you set up another."),
  SECOND_FACTOR_NOT_BEGUN(
      Kind.CONFLICT, "No authenticator app is being set up. Begin with the QR code again.");

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
