package org.permitportal.platform;

/** Refusals that belong to no particular context. */
public enum RequestProblem implements ProblemCode {
  INVALID_REQUEST(Kind.INVALID, "Some fields need your attention."),
  MALFORMED_JSON(Kind.INVALID, "The request's body is not a JSON object sent as application/json."),
  NOT_SIGNED_IN(Kind.UNAUTHENTICATED, "Sign in to go on."),
  SESSION_ENDED(Kind.UNAUTHENTICATED, "This session has ended. Sign in again."),
  NOT_ALLOWED(Kind.FORBIDDEN, "Your role does not allow this."),
  READ_ONLY(
      Kind.FORBIDDEN,
      "You can view this but not change it. Ask an owner of your account to make the change."),
  OWNER_ONLY(Kind.FORBIDDEN, "Only an owner of your account can do this. Ask an owner."),
  NOT_FOUND(Kind.NOT_FOUND, "There is nothing here."),
  CHANGED_MEANWHILE(
      Kind.STALE, "This was changed meanwhile. Load it again and repeat your change."),
  TOO_MANY_TRIES(Kind.TOO_MANY, "Too many tries. Wait a while and try again."),
  TEMPORARILY_UNAVAILABLE(Kind.UNAVAILABLE, "This is not working right now. Try again shortly.");

  private final Kind kind;
  private final String title;

  RequestProblem(Kind kind, String title) {
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
