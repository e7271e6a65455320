package org.permitportal.accounts;

import org.permitportal.platform.ProblemCode;

/** Refusals of registrations and accounts. */
enum AccountProblem implements ProblemCode {
  TERMS_CHANGED(Kind.CONFLICT, "The terms have changed. Read them again and agree to them."),
  STEP_MISSING(Kind.CONFLICT, "Something has to come first; nextStep says what."),
  NAME_TAKEN(Kind.CONFLICT, "There is an account with this name. Take another, or sign in to it."),
  NAME_HELD(Kind.CONFLICT, "Somebody else is registering this name right now. Take another."),
  EMAIL_TAKEN(Kind.CONFLICT, "There is an account with this e-mail address. Sign in to it."),
  FILES_PENDING(Kind.CONFLICT, "Some files are still being checked. Wait for them or remove them."),
  TOO_MANY_FILES(Kind.CONFLICT, "There are as many files as there can be. Remove one first."),
  KEY_REUSED(Kind.CONFLICT, "This Idempotency-Key was used for another file. Take a new one."),
  REGISTRATION_EXPIRED(Kind.GONE, "This registration has expired. Start again."),
  REGISTRATION_CONFIRMED(Kind.GONE, "This registration has become an account. Sign in.");

  private final Kind kind;
  private final String title;

  AccountProblem(Kind kind, String title) {
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
