package org.permitportal.secrets;

/** A way out of the portal that others than the one it is meant for may look at. */
enum Channel {
  /** Everything on standard output and error, where functions log. */
  LOG,
  /** What is asked for, and every link in an answer. */
  URL,
  PROBLEM,
  MAIL
}
