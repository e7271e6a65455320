package org.permitportal.licenses;

/** The latest decision of staff on a license. */
public enum Verdict {
  /** No decision yet, or the license was changed since. */
  UNVERIFIED,
  VERIFIED,
  REJECTED
}
