package org.permitportal.permits;

/** Who has to act next on a permit. */
public enum NextMove {
  APPLICANT,
  CITY,
  NOBODY
}
