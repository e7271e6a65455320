package org.permitportal.platform;

/** The reason why an address gets no more notices: mail does not reach it. */
public enum MailObstacle {
  /** Mail to the address bounced permanently. */
  BOUNCED,
  /** Mail to the address was reported as spam. */
  COMPLAINED
}
