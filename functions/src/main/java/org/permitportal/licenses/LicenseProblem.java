package org.permitportal.licenses;

import org.permitportal.platform.ProblemCode;

/** Problem codes for licenses and for accounts' documents. */
enum LicenseProblem implements ProblemCode {
  DOCUMENT_DELETED(
      Kind.GONE, "This file showed an identity document. It was deleted after verification."),
  DOCUMENT_NOT_READY(Kind.CONFLICT, "This file has not been checked yet, or it was refused."),
  DOCUMENT_PROVES_LICENSE(
      Kind.CONFLICT,
      "Staff used this file to verify a license. It stays as long as the license is verified."),
  KEY_REUSED(Kind.CONFLICT, "This Idempotency-Key was used for another request. Use a new one."),
  LICENSE_REQUIRED(
      Kind.CONFLICT, "Your type of account needs a license. Add a new one, then remove this one."),
  TOO_MANY_FILES(Kind.CONFLICT, "You have reached the limit of files. Remove one first."),
  TOO_MANY_LICENSES(Kind.CONFLICT, "You have reached the limit of licenses. Remove one first.");

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
