package org.permitportal.users;

import org.permitportal.platform.ProblemCode;

/** Problem codes for passwords, codes and other proofs of identity. */
public enum UserProblem implements ProblemCode {
  CODE_WRONG(
      Kind.INVALID,
      "That is not the code. Use the one from the newest email: older codes no longer work."),
  CODE_EXPIRED(Kind.CONFLICT, "This code has expired. Ask for a new one."),
  CODE_USED_UP(Kind.TOO_MANY, "Too many wrong codes. Ask for a new one."),
  CODE_NOT_VALID(
      Kind.INVALID, "That code is not valid now. Type the one that your app shows at this moment."),
  RECOVERY_CODE_WRONG(
      Kind.INVALID, "That is not one of your recovery codes, or it was used before."),
  PASSWORD_WRONG(
      Kind.INVALID,
      "That is not your password. If you have forgotten it, log out and choose “Forgot"
          + " password?”."),
  SIGN_IN_LOCKED(
      Kind.TOO_MANY,
      "Too many wrong passwords came from several places. Wait and try again. Contractors and"
          + " homeowners can set a new password with an emailed code, which lets them in at once."),
  SIGN_IN_CLOSED(Kind.FORBIDDEN, "This login is closed. Contact the Permit Center."),
  RECOVERY_LOCKED(
      Kind.TOO_MANY,
      "Too many tries to recover this login came from several places. Wait, or try from a place"
          + " where you logged in recently. You can still log in with your password.");

  private final Kind kind;
  private final String title;

  UserProblem(Kind kind, String title) {
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
