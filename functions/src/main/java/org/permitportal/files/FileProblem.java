package org.permitportal.files;

import org.permitportal.platform.ProblemCode;

/** Problem codes for the files of all kinds of owners. */
public enum FileProblem implements ProblemCode {
  TOO_MANY_FILES(Kind.CONFLICT, "You have reached the limit of files. Remove one first."),
  DOCUMENT_NOT_READY(
      Kind.CONFLICT,
      "This document is still being checked, or it was not accepted. Try again in a minute.");

  private final Kind kind;
  private final String title;

  FileProblem(Kind kind, String title) {
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
