package org.permitportal.platform;

import java.util.Map;

/**
 * Something that a person should be told by mail. It holds no address: that is looked up when it is
 * sent.
 *
 * @param event names the template, e.g. {@code link-approved}
 * @param to whom
 * @param recipientId an account's or a user's id
 * @param language the language to write in, one of the city's
 * @param values what the template's placeholders stand for
 */
public record Notice(
    String event, To to, String recipientId, String language, Map<String, String> values) {
  /** Whose address to look up. */
  public enum To {
    /** Every active member of the account. */
    ACCOUNT,
    /** One user. */
    USER,
    /** One user who was just removed: to tell this person so, and nothing else. */
    FORMER_USER,
    /** The city's office, at its contact address; the recipient's id is only a word for it. */
    CITY
  }
}
