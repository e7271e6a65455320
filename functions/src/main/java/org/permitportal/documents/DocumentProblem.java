package org.permitportal.documents;

import org.permitportal.platform.ProblemCode;

/** Problem codes for documents of permits. */
enum DocumentProblem implements ProblemCode {
  PERMIT_CLOSED(
      Kind.CONFLICT,
      "This permit is closed: nothing more can be sent to it. Call the Permit Center if"
          + " something is missing."),
  TOO_MANY_DOCUMENTS(Kind.CONFLICT, "This permit has reached its limit of documents of this kind."),
  DOCUMENT_IN_USE(
      Kind.CONFLICT, "This document is in use. Add a new one, or call the Permit Center."),
  NOT_YOUR_DOCUMENT(Kind.FORBIDDEN, "Only the account that added this document can remove it."),
  ALREADY_UPLOADED(Kind.CONFLICT, "This file has already been received.");

  private final Kind kind;
  private final String title;

  DocumentProblem(Kind kind, String title) {
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
