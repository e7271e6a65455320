package org.permitportal.platform;

import java.util.List;

/** Finds the addresses for notices. It leaves out addresses that mail does not reach. */
public interface Addresses {
  /** The proven addresses of an account's active members. */
  List<Recipient> ofAccount(String accountId);

  /** A user's proven address, or none. */
  List<Recipient> ofUser(String userId);

  /**
   * The address that a removed user had proven, or none. It is kept for some days after the
   * removal.
   */
  List<Recipient> ofFormerUser(String userId);
}
