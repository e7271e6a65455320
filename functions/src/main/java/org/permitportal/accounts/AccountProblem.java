package org.permitportal.accounts;

import org.permitportal.platform.ProblemCode;

/** Refusals of accounts. */
public enum AccountProblem implements ProblemCode {
  ACCOUNT_CLOSED(Kind.CONFLICT, "This account is closed."),
  TERMS_CHANGED(Kind.CONFLICT, "The terms have changed. Read them again and agree to them."),
  NAME_TAKEN(Kind.CONFLICT, "There is an account with this name. Take another, or sign in to it."),
  NAME_HELD(Kind.CONFLICT, "Somebody else is registering this name right now. Take another."),
  EMAIL_TAKEN(Kind.CONFLICT, "There is an account with this e-mail address. Sign in to it.");

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
