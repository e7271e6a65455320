package org.permitportal.licenses;

import org.permitportal.platform.ProblemCode;

/** Refusals of licenses and of accounts' documents. */
enum LicenseProblem implements ProblemCode {
  DOCUMENT_DELETED(
      Kind.GONE, "This showed an identity document and was deleted after it was verified."),
  DOCUMENT_NOT_READY(Kind.CONFLICT, "This file is not checked yet, or was not accepted."),
  DOCUMENT_PROVES_LICENSE(
      Kind.CONFLICT,
      "Staff verified a license by this file: it stays as long as that is verified."),
  KEY_REUSED(Kind.CONFLICT, "This Idempotency-Key was used for something else. Take a new one."),
  LICENSE_REQUIRED(
      Kind.CONFLICT, "Your type of account needs a license. Add the new one, then remove this."),
  TOO_MANY_FILES(Kind.CONFLICT, "There are as many files as there can be. Remove one first."),
  TOO_MANY_LICENSES(Kind.CONFLICT, "There are as many licenses as there can be. Remove one first.");

  private final Kind kind;
  private final String title;

  LicenseProblem(Kind kind, String title) {
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
