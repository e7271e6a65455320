package org.permitportal.licenses;

/** What staff said of something last. */
public enum Verdict {
  /** Nothing yet, or it was changed since. */
  UNVERIFIED,
  VERIFIED,
  REJECTED
}
