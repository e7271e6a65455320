package org.permitportal.members;

import org.permitportal.platform.ProblemCode;

/** Refusals about an account's members and its end. */
enum MemberProblem implements ProblemCode {
  ALREADY_MEMBER(Kind.CONFLICT, "This person is a member of your account already."),
  ALREADY_INVITED(
      Kind.CONFLICT,
      "There is an open invitation to this address. Withdraw it first to send another."),
  TOO_MANY_MEMBERS(
      Kind.CONFLICT,
      "Your account has as many members and open invitations as it can. Remove or withdraw one."),
  INVITATION_ACCEPTED(
      Kind.CONFLICT, "This invitation was accepted. Remove the member if you don't want this."),
  INVITATION_ENDED(
      Kind.GONE,
      "This invitation was used, withdrawn or has expired. If you have accepted it, sign in with"
          + " your e-mail address; else ask for another."),
  LAST_OWNER(Kind.CONFLICT, "An account needs an owner. Make somebody else one first."),
  PRINCIPAL_STAYS(
      Kind.CONFLICT,
      "This person signs in by the company's name. Hand that over to another owner first."),
  PRINCIPAL_IS_OWNER(Kind.CONFLICT, "Only an owner can sign in by the company's name."),
  ACCOUNT_IN_USE(
      Kind.CONFLICT, "Something is still open; errors names each. Finish or withdraw it first.");

  private final Kind kind;
  private final String title;

  MemberProblem(Kind kind, String title) {
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
