package org.permitportal.platform;

import java.util.List;

/** Finds the email addresses for notices. Leaves out addresses with a {@link MailObstacle}. */
public interface Addresses {
  /** Returns the proven addresses of an account's active members. */
  List<Recipient> ofAccount(String accountId);

  /** Returns a user's proven address, or an empty list. */
  List<Recipient> ofUser(String userId);

  /**
   * Returns a removed user's proven address, or an empty list. The address is kept for 30 days
   * after the removal.
   */
  List<Recipient> ofFormerUser(String userId);
}
