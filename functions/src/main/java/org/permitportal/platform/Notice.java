package org.permitportal.platform;

import java.util.Map;

/**
 * A message that a person should get by mail. It contains no address, which is looked up when the
 * mail is sent.
 *
 * @param event the name of the template, e.g. {@code link-approved}
 * @param to the kind of recipient
 * @param recipientId an account's or a user's id
 * @param language the language to write in, one of the city's
 * @param values the values of the template's placeholders
 */
public record Notice(
    String event, To to, String recipientId, String language, Map<String, String> values) {
  /** The kind of recipient, whose address is looked up. */
  public enum To {
    /** Every active member of the account. */
    ACCOUNT,
    /** One user. */
    USER,
    /** One user who was just removed. Used only to tell this person about the removal. */
    FORMER_USER,
    /** The city's office, at its contact address. The recipient's id is only a label. */
    CITY
  }
}
