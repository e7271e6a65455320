package org.permitportal.permits;

/**
 * The sort keys in a permit's partition, in their order. A permit's page reads {@link #FIRST} to
 * {@link #LAST} by one query, so whoever adds a kind chooses its name by whether the page shows it.
 */
public enum PermitSort {
  /** The last event's number and hash; see {@link Chronology}. */
  CHRONOLOGY("CHRONOLOGY", false),
  EVENT("EVENT#", false),
  /** How many documents count toward the limits; see {@link PermitStore#files}. */
  DOCUMENT_COUNTS("FILE", false),
  DOCUMENT("FILE#", true),
  /** Link requests, few of which a permit has. */
  LINK("LINK#", true),
  PARTY("PARTY#", true),
  PERMIT("PERMIT", true);

  /** Where the page's query starts and ends. */
  static final String FIRST = "FILE#";

  static final String LAST = "PERMIT";
  private final String start;
  private final boolean onPage;

  PermitSort(String start, boolean onPage) {
    this.start = start;
    this.onPage = onPage;
  }

  /** Returns what the sort keys of this kind begin with; without a number sign it is the key. */
  public String start() {
    return start;
  }

  /** Returns whether the query of a permit's page reads this kind. */
  boolean onPage() {
    return onPage;
  }

  /** Returns whether a sort key is of this kind. */
  public boolean has(String sort) {
    return start.endsWith("#") ? sort.startsWith(start) : sort.equals(start);
  }
}
