package org.permitportal.registrations;

import org.permitportal.platform.ProblemCode;

/** Problem codes for registrations. */
enum RegistrationProblem implements ProblemCode {
  STEP_MISSING(Kind.CONFLICT, "Another step has to be finished first; nextStep says which."),
  FILES_PENDING(Kind.CONFLICT, "Some files are still being checked. Wait for them or remove them."),
  TOO_MANY_FILES(Kind.CONFLICT, "You have reached the limit of files. Remove one first."),
  KEY_REUSED(Kind.CONFLICT, "This Idempotency-Key was used for another file. Use a new one."),
  RESUME_LINK_ENDED(
      Kind.GONE,
      "This link was used or has expired. Ask for a new one on the device where you began, or start"
          + " again."),
  REGISTRATION_EXPIRED(Kind.GONE, "This registration has expired. Start again."),
  REGISTRATION_CONFIRMED(Kind.GONE, "This registration has become an account. Sign in.");

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
