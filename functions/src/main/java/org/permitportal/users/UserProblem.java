package org.permitportal.users;

import org.permitportal.platform.ProblemCode;

/** Refusals of what proves who somebody is. */
enum UserProblem implements ProblemCode {
  CODE_WRONG(Kind.INVALID, "This is not the code that we mailed last. Look at the newest mail."),
  CODE_EXPIRED(Kind.CONFLICT, "There is no code that is still good. Ask for a new one."),
  CODE_USED_UP(Kind.TOO_MANY, "Too many wrong codes. Ask for a new one.");

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
