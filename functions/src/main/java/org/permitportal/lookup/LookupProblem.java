package org.permitportal.lookup;

import org.permitportal.platform.ProblemCode;

/** Problem codes for the public search for permits. */
enum LookupProblem implements ProblemCode {
  TYPE_THE_YEAR(
      Kind.INVALID,
      "Too many permits fit. Add the year or the letters of the number, for example BLD25-0042.");

  private final Kind kind;
  private final String title;

  LookupProblem(Kind kind, String title) {
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
