package org.permitportal.contents;

/** What the check of a PDF found. */
public sealed interface PdfFinding {
  /** The PDF opens for everyone. */
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
