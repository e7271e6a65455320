package org.permitportal.secrets;

/** A kind of output of the portal that other people than the intended reader may see. */
enum Channel {
  /** Everything printed to standard output and error, where functions log. */
  LOG,
  /** The addresses of requests, and every link in an answer. */
  URL,
  PROBLEM,
  MAIL
}
