package org.permitportal.accounts;

import org.permitportal.platform.ProblemCode;

/** Problem codes for accounts. */
public enum AccountProblem implements ProblemCode {
  ACCOUNT_CLOSED(Kind.CONFLICT, "This account is closed."),
  TERMS_CHANGED(Kind.CONFLICT, "The terms have changed. Read them again and agree to them."),
  NAME_TAKEN(
      Kind.CONFLICT,
      "An account with this name already exists. Choose another name, or sign in to the account."),
  NAME_HELD(Kind.CONFLICT, "Somebody else is registering this name right now. Choose another."),
  EMAIL_TAKEN(Kind.CONFLICT, "An account with this e-mail address already exists. Sign in to it.");

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
