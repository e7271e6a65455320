package org.permitportal.platform;

import java.time.Instant;

/** Where it is kept that mail does not reach an address. */
public interface MailObstacles {
  /**
   * Marks an address, for whoever signs in with it now. Nothing happens for an address that nobody
   * has, or one that was proved after this was found out; the same again changes nothing.
   *
   * @return whether it is marked by this
   */
  boolean mark(String address, MailObstacle obstacle, Instant foundOut);
}
