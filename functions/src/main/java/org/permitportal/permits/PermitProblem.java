package org.permitportal.permits;

import org.permitportal.platform.ProblemCode;

/** Problem codes for permits. */
enum PermitProblem implements ProblemCode {
  STATUS_NOT_NEXT(Kind.CONFLICT, "The permit's status does not allow this step.");

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
