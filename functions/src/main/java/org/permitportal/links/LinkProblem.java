package org.permitportal.links;

import org.permitportal.platform.ProblemCode;

/** Problem codes for link requests. */
enum LinkProblem implements ProblemCode {
  ALREADY_A_PARTY(Kind.CONFLICT, "This account is already linked to this permit in this role."),
  LINK_ALREADY_REQUESTED(
      Kind.CONFLICT,
      "You have already asked for this. Wait for the answer, or withdraw the request."),
  LINK_REQUEST_CLOSED(Kind.CONFLICT, "This request has already been decided or withdrawn."),
  TOO_MANY_PARTIES(Kind.CONFLICT, "This permit has reached its limit of linked accounts.");

  private final Kind kind;
  private final String title;

  LinkProblem(Kind kind, String title) {
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
