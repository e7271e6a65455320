package org.permitportal.users;

import org.permitportal.platform.ProblemCode;

/** Refusals of passwords, codes and other proofs of identity. */
public enum UserProblem implements ProblemCode {
  CODE_WRONG(Kind.INVALID, "This is not the code that we mailed last. Look at the newest mail."),
  CODE_EXPIRED(Kind.CONFLICT, "This code is no longer valid. Ask for a new one."),
  CODE_USED_UP(Kind.TOO_MANY, "Too many wrong codes. Ask for a new one."),
  CODE_NOT_VALID(
      Kind.INVALID,
      "This code is not valid now. Type the newest code from your authenticator app."),
  RECOVERY_CODE_WRONG(Kind.INVALID, "This recovery code is wrong or was used before."),
  PASSWORD_WRONG(Kind.INVALID, "This is not your password."),
  SIGN_IN_LOCKED(
      Kind.TOO_MANY,
      "Too many wrong passwords were typed for this sign-in, from more than one place. Wait and try"
          + " again. Contractors and homeowners can instead set a new password with a mailed code,"
          + " which lets them in at once."),
  SIGN_IN_CLOSED(Kind.FORBIDDEN, "This sign-in is closed. Call the city."),
  RECOVERY_LOCKED(
      Kind.TOO_MANY,
      "There were too many tries to recover this sign-in, from several places. Wait, or try from a"
          + " place where you signed in recently. You can still sign in with your password.");

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
