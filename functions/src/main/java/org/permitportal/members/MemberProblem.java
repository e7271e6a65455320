package org.permitportal.members;

import org.permitportal.platform.ProblemCode;

/** Problem codes for an account's members and for closing it. */
enum MemberProblem implements ProblemCode {
  ALREADY_MEMBER(Kind.CONFLICT, "This person is already a member of your account."),
  ALREADY_INVITED(
      Kind.CONFLICT,
      "There is an open invitation to this address. Withdraw it first to send another."),
  TOO_MANY_MEMBERS(
      Kind.CONFLICT,
      "You have reached the limit of members and open invitations. Remove or withdraw one first."),
  INVITATION_ACCEPTED(
      Kind.CONFLICT, "This invitation was already accepted. You can remove the member instead."),
  INVITATION_ENDED(
      Kind.GONE,
      "This invitation was used or withdrawn, or it has expired. If you have accepted it, sign in"
          + " with your e-mail address; otherwise ask for a new one."),
  LAST_OWNER(Kind.CONFLICT, "An account needs an owner. Make another member an owner first."),
  PRINCIPAL_STAYS(
      Kind.CONFLICT,
      "This person signs in by the company's name. Hand the name over to another owner first."),
  PRINCIPAL_IS_OWNER(Kind.CONFLICT, "Only an owner can sign in by the company's name."),
  ACCOUNT_IN_USE(
      Kind.CONFLICT, "The items listed in errors are still open. Finish or withdraw them first.");

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
