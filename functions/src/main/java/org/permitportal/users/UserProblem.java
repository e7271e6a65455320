package org.permitportal.users;

import org.permitportal.platform.ProblemCode;

/** Refusals of what proves who somebody is. */
public enum UserProblem implements ProblemCode {
  CODE_WRONG(Kind.INVALID, "This is not the code that we mailed last. Look at the newest mail."),
  CODE_EXPIRED(Kind.CONFLICT, "There is no code that is still good. Ask for a new one."),
  CODE_USED_UP(Kind.TOO_MANY, "Too many wrong codes. Ask for a new one."),
  CODE_NOT_VALID(
      Kind.INVALID, "This code is not valid now. Type the newest one of your authenticator app."),
  RECOVERY_CODE_WRONG(Kind.INVALID, "This is no recovery code, or one that was used."),
  PASSWORD_WRONG(Kind.INVALID, "This is not your password."),
  SIGN_IN_LOCKED(
      Kind.TOO_MANY,
      "Too many wrong passwords were typed for this sign-in, from more than one place. Wait;"
          + " contractors and homeowners can set a new password by mailed code instead, which lets"
          + " them in at once."),
  SIGN_IN_CLOSED(Kind.FORBIDDEN, "This sign-in is closed. Call the city."),
  RECOVERY_LOCKED(
      Kind.TOO_MANY,
      "Too much was tried to recover this sign-in, from several places. Wait, or try from where you"
          + " have signed in lately. Signing in with the password is not locked by this.");

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
