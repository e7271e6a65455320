package org.permitportal.journey;

import org.permitportal.local.PortalStack;
import org.permitportal.local.emulators.Mail;

/** The local run of the present test class. Earlier classes may have left data in it. */
public final class ThePortal {
  /** The secret with which a test, like CloudFront, may state a caller's address. */
  static final String ORIGIN_SECRET = "0123456789abcdef0123456789abcdef";

  private ThePortal() {}

  /** The running stack. */
  public static PortalStack stack() {
    return LocalRun.current().stack();
  }

  /** Its clock. */
  public static MovableClock clock() {
    return LocalRun.current().clock();
  }

  /** The newest mail to an address; waits for it, because notices come by a stream. */
  public static Mail mailTo(String address) {
    return Eventually.get(
        "a mail to " + address, () -> stack().mailbox().mailsTo(address).stream().findFirst());
  }

  /** The newest mail to an address whose subject has these words; waits for it. */
  public static Mail mailTo(String address, String words) {
    return Eventually.get(
        "a mail to " + address + " about: " + words,
        () ->
            stack().mailbox().mailsTo(address).stream()
                .filter(mail -> mail.subject().contains(words))
                .findFirst());
  }

  /** The six digits in the newest mail to an address. */
  public static String codeMailedTo(String address) {
    var digits = java.util.regex.Pattern.compile("\\b\\d{6}\\b").matcher(mailTo(address).text());
    if (!digits.find()) {
      throw new AssertionError("No code in the newest mail to " + address);
    }
    return digits.group();
  }
}
