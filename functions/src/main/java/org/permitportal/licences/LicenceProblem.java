package org.permitportal.licences;

import org.permitportal.platform.ProblemCode;

/** Refusals of licences and of accounts' documents. */
enum LicenceProblem implements ProblemCode {
  DOCUMENT_DELETED(
      Kind.GONE, "This showed an identity document and was deleted after it was verified."),
  DOCUMENT_NOT_READY(Kind.CONFLICT, "This file is not checked yet, or was not accepted."),
  DOCUMENT_PROVES_LICENCE(
      Kind.CONFLICT,
      "Staff verified a licence by this file: it stays as long as that is verified."),
  KEY_REUSED(Kind.CONFLICT, "This Idempotency-Key was used for something else. Take a new one."),
  LICENCE_REQUIRED(
      Kind.CONFLICT, "Your type of account needs a licence. Add the new one, then remove this."),
  TOO_MANY_FILES(Kind.CONFLICT, "There are as many files as there can be. Remove one first."),
  TOO_MANY_LICENCES(Kind.CONFLICT, "There are as many licences as there can be. Remove one first.");

  private final Kind kind;
  private final String title;

  LicenceProblem(Kind kind, String title) {
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
