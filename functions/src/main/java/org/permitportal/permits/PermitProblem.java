package org.permitportal.permits;

import org.permitportal.platform.ProblemCode;

/** Problem codes for permits, their documents and link requests. */
enum PermitProblem implements ProblemCode {
  TYPE_THE_YEAR(Kind.INVALID, "Many permits can have this number. Type the year with it."),
  ALREADY_A_PARTY(Kind.CONFLICT, "Your account is already linked to this permit."),
  LINK_ALREADY_REQUESTED(
      Kind.CONFLICT,
      "You have already asked for this. Wait for the answer, or withdraw the request."),
  LINK_REQUEST_CLOSED(Kind.CONFLICT, "This request has already been decided or withdrawn."),
  TOO_MANY_PARTIES(Kind.CONFLICT, "This permit has reached its limit of linked accounts."),
  PERMIT_CLOSED(Kind.CONFLICT, "This permit is closed. Ask the city if you need to add something."),
  TOO_MANY_DOCUMENTS(Kind.CONFLICT, "This permit has reached its limit of documents of this kind."),
  DOCUMENT_NOT_READY(Kind.CONFLICT, "This document has not been checked yet, or it was refused."),
  DOCUMENT_IN_USE(
      Kind.CONFLICT,
      "The city may already be working with this document. Ask the city, or add a new one."),
  NOT_YOUR_DOCUMENT(Kind.FORBIDDEN, "Only the account that added a document can remove it."),
  ALREADY_UPLOADED(
      Kind.CONFLICT, "This Idempotency-Key was already used for a file. Use a new one.");

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
