package org.permitportal.platform;

import java.time.Instant;

/** Records mail obstacles of email addresses. */
public interface MailObstacles {
  /**
   * Records an obstacle for the user who now signs in with this address. Does nothing when no user
   * has the address, or when the user proved the address after the obstacle was found. A repeated
   * call changes nothing.
   *
   * @param foundOut the time at which the obstacle was found
   * @return whether this call recorded the obstacle
   */
  boolean mark(String address, MailObstacle obstacle, Instant foundOut);
}
