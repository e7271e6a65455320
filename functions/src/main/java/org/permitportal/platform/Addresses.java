package org.permitportal.platform;

import java.util.List;

/** Where notices go: never to an address that mail does not reach. */
public interface Addresses {
  /** The proven addresses of an account's active members. */
  List<Recipient> ofAccount(String accountId);

  /** A user's proven address, or none. */
  List<Recipient> ofUser(String userId);

  /** The address that a removed user had proven, for some days; or none. */
  List<Recipient> ofFormerUser(String userId);

  /**
   * Somebody to write to.
   *
   * @param language the language this person chose, one of the city's
   */
  record Recipient(String email, String language) {}
}
