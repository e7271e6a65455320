package org.permitportal.accounts;

import org.permitportal.platform.ProblemCode;

/** Problem codes for accounts. */
public enum AccountProblem implements ProblemCode {
  ACCOUNT_CLOSED(
      Kind.CONFLICT, "This account is closed. Contact the Permit Center to have it opened again."),
  TERMS_CHANGED(Kind.CONFLICT, "The terms have changed meanwhile. Please read the new ones."),
  NAME_TAKEN(
      Kind.CONFLICT,
      "There is already an account under this name. Choose another name, or log in to the"
          + " account."),
  NAME_HELD(
      Kind.CONFLICT,
      "Somebody is setting up an account under this name right now. Choose another name."),
  EMAIL_TAKEN(
      Kind.CONFLICT,
      "An account already uses this email address. Use another address, or log in to the account.");

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
