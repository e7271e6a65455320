package org.permitportal.permits;

import org.permitportal.platform.ProblemCode;

/** Problem codes for permits, their documents and link requests. */
enum PermitProblem implements ProblemCode {
  TYPE_THE_YEAR(
      Kind.INVALID,
      "Too many permits fit. Add the year or the letters of the number, for example BLD25-0042."),
  ALREADY_A_PARTY(Kind.CONFLICT, "Your account is already linked to this permit."),
  LINK_ALREADY_REQUESTED(
      Kind.CONFLICT,
      "You have already asked for a link to this permit. Wait for the answer, or withdraw the"
          + " request."),
  LINK_REQUEST_CLOSED(Kind.CONFLICT, "This request has already been decided or withdrawn."),
  TOO_MANY_PARTIES(Kind.CONFLICT, "This permit has reached its limit of linked accounts."),
  PERMIT_CLOSED(
      Kind.CONFLICT,
      "This permit is closed: nothing can be sent to it any more. Call the Permit Center if"
          + " something is missing."),
  TOO_MANY_DOCUMENTS(Kind.CONFLICT, "This permit has reached its limit of documents of this kind."),
  DOCUMENT_IN_USE(
      Kind.CONFLICT,
      "This document is in use and cannot be removed. Add a new one, or call the Permit Center."),
  NOT_YOUR_DOCUMENT(Kind.FORBIDDEN, "Only the account that added this document can remove it."),
  ALREADY_UPLOADED(Kind.CONFLICT, "This file has already been received.");

  private final Kind kind;
  private final String title;

  PermitProblem(Kind kind, String title) {
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
