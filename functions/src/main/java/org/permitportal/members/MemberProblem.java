package org.permitportal.members;

import org.permitportal.platform.ProblemCode;

/** Problem codes for an account's members and for the closing of an account. */
enum MemberProblem implements ProblemCode {
  ALREADY_MEMBER(Kind.CONFLICT, "This person is already a member of your account."),
  ALREADY_INVITED(
      Kind.CONFLICT,
      "This address has already been invited. Withdraw that invitation to send a new one."),
  TOO_MANY_MEMBERS(
      Kind.CONFLICT, "You have reached the limit of members and invitations. Remove one first."),
  INVITATION_ACCEPTED(
      Kind.CONFLICT,
      "This invitation has already been accepted. You can remove the member instead."),
  INVITATION_ENDED(
      Kind.GONE,
      "This invitation has ended. If you have accepted it, log in with your email address;"
          + " otherwise ask for a new one."),
  LAST_OWNER(Kind.CONFLICT, "An account needs an owner: name another one first."),
  PRINCIPAL_STAYS(
      Kind.CONFLICT, "This person logs in with the company's name: hand that over first."),
  PRINCIPAL_ONLY(
      Kind.FORBIDDEN,
      "Only the person who logs in with the company's name can hand that over. Another owner can"
          + " claim it."),
  PRINCIPAL_ALREADY(Kind.CONFLICT, "You log in with the company's name already."),
  CLAIM_OPEN(Kind.CONFLICT, "Somebody has already claimed the company's name. See Members."),
  OWNER_TOO_SHORT(
      Kind.CONFLICT,
      "You have not been an owner for long enough to claim the company's name. Try again in a few"
          + " days."),
  PRINCIPAL_IS_OWNER(
      Kind.CONFLICT, "The person who logs in with the company's name has to be an owner."),
  ACCOUNT_IN_USE(
      Kind.CONFLICT, "The account is still in use: finish or withdraw what is open on it first.");

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
