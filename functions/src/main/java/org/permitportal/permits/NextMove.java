package org.permitportal.permits;

/** Whose move it is on a permit. */
public enum NextMove {
  APPLICANT,
  CITY,
  NOBODY
}
