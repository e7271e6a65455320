package org.permitportal.licenses;

/** The latest decision of staff on a license. */
public enum Verdict {
  /** Staff have not decided yet, or the license was changed after the decision. */
  UNVERIFIED,
  VERIFIED,
  REJECTED
}
