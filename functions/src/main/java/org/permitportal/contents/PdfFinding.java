package org.permitportal.contents;

/** The result of the check of a PDF. */
public sealed interface PdfFinding {
  /** The PDF can be used: everyone can open it. */
  record Usable(int pages) implements PdfFinding {}

  /** The PDF must not be used. */
  record Unusable(Why why) implements PdfFinding {}

  /** Why a PDF can't be used. */
  enum Why {
    DAMAGED,
    ENCRYPTED,
    PORTFOLIO,
    TOO_MANY_PAGES
  }
}
