package org.permitportal.registrations;

import org.permitportal.platform.ProblemCode;

/** Problem codes for registrations. */
enum RegistrationProblem implements ProblemCode {
  STEP_MISSING(Kind.CONFLICT, "Complete the earlier steps first."),
  FILES_PENDING(
      Kind.CONFLICT,
      "Some files have not arrived or are still being checked. Wait a few seconds, or remove them"
          + " in step 1."),
  RESUME_LINK_ENDED(
      Kind.GONE,
      "This link has been used or has expired. Ask for a new one on the device where you began, or"
          + " begin again."),
  REGISTRATION_EXPIRED(
      Kind.GONE, "This application was left for too long and has expired. Begin a new one."),
  REGISTRATION_CONFIRMED(
      Kind.GONE, "This application is finished: the account has been created. You can log in.");

  private final Kind kind;
  private final String title;

  RegistrationProblem(Kind kind, String title) {
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
