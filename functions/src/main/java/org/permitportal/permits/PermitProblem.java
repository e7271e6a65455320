package org.permitportal.permits;

import org.permitportal.platform.ProblemCode;

/** Refusals of this context. */
enum PermitProblem implements ProblemCode {
  TYPE_THE_YEAR(Kind.INVALID, "Many permits can have this number. Type the year with it."),
  ALREADY_A_PARTY(Kind.CONFLICT, "Your account is already linked to this permit."),
  LINK_ALREADY_REQUESTED(
      Kind.CONFLICT, "You have asked for this already. Staff will answer, or withdraw it first."),
  LINK_REQUEST_CLOSED(Kind.CONFLICT, "This request was decided or withdrawn meanwhile."),
  TOO_MANY_PARTIES(Kind.CONFLICT, "This permit has as many parties as it can."),
  PERMIT_CLOSED(Kind.CONFLICT, "This permit is closed. Ask the city if you need to add something."),
  TOO_MANY_DOCUMENTS(Kind.CONFLICT, "This permit has as many documents of this kind as it can."),
  DOCUMENT_NOT_READY(Kind.CONFLICT, "This document is not there yet, or it was refused."),
  DOCUMENT_IN_USE(
      Kind.CONFLICT,
      "The city may be working with this document already. Ask the city, or add a better one."),
  NOT_YOUR_DOCUMENT(Kind.FORBIDDEN, "Only who added a document can take it away."),
  ALREADY_UPLOADED(
      Kind.CONFLICT, "A file was announced under this Idempotency-Key before. Take a new one.");

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
