package org.permitportal.platform;

import java.util.Map;

/**
 * A mail that waits in the outbox. It contains no address and no language: both are the
 * recipients', looked up when the mail is sent.
 *
 * @param recipientId an account's or a user's id, as the mail's audience demands; only a label for
 *     the city
 * @param values the values that the mail needs
 */
public record Notice(Mail mail, String recipientId, Map<String, String> values) {
  /**
   * Checks the notice.
   *
   * @throws UnwritableMail when a value is missing
   */
  public Notice {
    if (mail.sentAtOnce()) {
      throw new IllegalArgumentException(mail + " must not wait in the outbox");
    }
    mail.check(values);
  }
}
