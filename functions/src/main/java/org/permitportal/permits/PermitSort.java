package org.permitportal.permits;

/**
 * The kinds of items in a permit's partition, in the order of their sort keys. {@link
 * PermitStore#load} reads the keys from {@link #FIRST} to {@link #LAST} by one query. So a new kind
 * needs a key within this range if a permit's page shows it, and a key outside this range if not.
 */
public enum PermitSort {
  /** The last event's number and hash; see {@link Chronology}. */
  CHRONOLOGY("CHRONOLOGY", false),
  EVENT("EVENT#", false),
  /** How many documents count toward the limits; see {@link PermitStore#files}. */
  DOCUMENT_COUNTS("FILE", false),
  DOCUMENT("FILE#", true),
  /** Link requests. A permit has few of them. */
  LINK("LINK#", true),
  PARTY("PARTY#", true),
  PERMIT("PERMIT", true);

  /** The first key that {@link PermitStore#load} reads. {@link #LAST} is the last one. */
  static final String FIRST = "FILE#";

  static final String LAST = "PERMIT";
  private final String start;
  private final boolean onPage;

  PermitSort(String start, boolean onPage) {
    this.start = start;
    this.onPage = onPage;
  }

  /**
   * Returns the beginning of this kind's sort keys. If it does not end with {@code #}, it is the
   * whole key.
   */
  public String start() {
    return start;
  }

  /** Returns whether {@link PermitStore#load} reads this kind. */
  boolean onPage() {
    return onPage;
  }

  /** Returns whether a sort key is of this kind. */
  public boolean has(String sort) {
    return start.endsWith("#") ? sort.startsWith(start) : sort.equals(start);
  }
}
