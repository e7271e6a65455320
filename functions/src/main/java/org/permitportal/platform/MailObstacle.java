package org.permitportal.platform;

/** Why mail does not reach an address. */
public enum MailObstacle {
  /** It came back for good. */
  BOUNCED,
  /** It was reported as spam. */
  COMPLAINED
}
