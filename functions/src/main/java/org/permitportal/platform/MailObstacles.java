package org.permitportal.platform;

import java.time.Instant;

/** Records that mail does not reach an address. */
public interface MailObstacles {
  /**
   * Marks an address for the user who signs in with it now. Does nothing when no user has the
   * address, or when the user proved it after the obstacle was found. Repeating a mark changes
   * nothing.
   *
   * @param foundOut when the obstacle was found
   * @return whether this call marked the address
   */
  boolean mark(String address, MailObstacle obstacle, Instant foundOut);
}
