package org.permitportal.platform;

/** Why mail does not reach an address. */
public enum MailObstacle {
  /** Mail to the address bounced permanently. */
  BOUNCED,
  /** Mail to the address was reported as spam. */
  COMPLAINED
}
