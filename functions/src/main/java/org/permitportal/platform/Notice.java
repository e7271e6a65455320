package org.permitportal.platform;

import java.util.Map;

/**
 * A mail that waits in the outbox. A notice contains no address and no language. The portal looks
 * up both for each recipient when it sends the mail.
 *
 * @param recipientId the id of an account or a user, depending on the mail's audience; for the
 *     city's office, the id only labels the notice
 * @param values the values that the mail needs
 */
public record Notice(Mail mail, String recipientId, Map<String, String> values) {
  /**
   * Checks the notice.
   *
   * @throws IllegalArgumentException when the mail must not wait in the outbox
   * @throws UnwritableMail when a value is missing
   */
  public Notice {
    if (mail.sentAtOnce()) {
      throw new IllegalArgumentException(mail + " must not wait in the outbox");
    }
    mail.check(values);
  }
}
