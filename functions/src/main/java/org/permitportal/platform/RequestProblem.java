package org.permitportal.platform;

/** The refusals that every context can use. */
public enum RequestProblem implements ProblemCode {
  INVALID_REQUEST(Kind.INVALID, "Something you entered is not right. Please check it."),
  MALFORMED_JSON(
      Kind.INVALID, "This was not sent as a JSON object. Reload the page and try again."),
  NOT_SIGNED_IN(Kind.UNAUTHENTICATED, "Please log in first."),
  SESSION_ENDED(Kind.UNAUTHENTICATED, "Your session has ended. Log in again to continue."),
  NOT_ALLOWED(Kind.FORBIDDEN, "You are not allowed to do this."),
  READ_ONLY(
      Kind.FORBIDDEN,
      "You can look at this but not change it. Ask an owner of the account to change it."),
  OWNER_ONLY(Kind.FORBIDDEN, "Only an owner of the account can do this. Ask an owner."),
  NOT_FOUND(Kind.NOT_FOUND, "We could not find this."),
  KEY_REUSED(
      Kind.CONFLICT, "This was sent before with different content. Reload the page and try again."),
  CHANGED_MEANWHILE(
      Kind.STALE,
      "This was changed meanwhile, perhaps in another window. Check what you typed and send it"
          + " again."),
  TOO_MANY_TRIES(Kind.TOO_MANY, "Too many tries. Wait a while and try again."),
  TEMPORARILY_UNAVAILABLE(
      Kind.UNAVAILABLE,
      "This does not work right now. Nothing was changed; try again in a moment."),
  INTERNAL_ERROR(
      Kind.FAILED, "Something went wrong on our side. Nothing was changed; please try again.");

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
