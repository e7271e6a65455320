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
      "Too many wrong passwords were typed for this sign-in. It unlocks by itself: wait some"
          + " minutes, then try again.");

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
