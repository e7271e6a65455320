package org.permitportal.platform;

/** The reason why the portal sends no more notices to an address. */
public enum MailObstacle {
  /** Mail to the address bounced permanently. */
  BOUNCED,
  /** Mail to the address was reported as spam. */
  COMPLAINED
}
