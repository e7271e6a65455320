package org.permitportal.licenses;

import org.permitportal.platform.ProblemCode;

/** Problem codes for licenses and for accounts' documents. */
enum LicenseProblem implements ProblemCode {
  DOCUMENT_DELETED(Kind.GONE, "This document has been deleted."),
  DOCUMENT_PROVES_LICENSE(
      Kind.CONFLICT, "This document proves a license. Remove or change the license first."),
  LICENSE_REQUIRED(
      Kind.CONFLICT, "This type of account needs a license. Add a new one, then remove this one."),
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
