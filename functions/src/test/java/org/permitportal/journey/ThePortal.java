package org.permitportal.journey;

import org.permitportal.local.PortalStack;
import org.permitportal.local.emulators.Mail;

/** The local run of the current test class. It may contain data of earlier test classes. */
public final class ThePortal {
  /**
   * The secret that CloudFront sends to show that it may state a caller's IP address. Tests send it
   * too.
   */
  static final String ORIGIN_SECRET = "0123456789abcdef0123456789abcdef";

  private ThePortal() {}

  /** Returns the running stack. */
  public static PortalStack stack() {
    return LocalRun.current().stack();
  }

  /** Returns the local run's clock. */
  public static MovableClock clock() {
    return LocalRun.current().clock();
  }

  /**
   * Waits for a mail to an address and returns the newest mail. The wait is necessary, because
   * notices come through a stream.
   */
  public static Mail mailTo(String address) {
    return Eventually.get(
        "a mail to " + address, () -> stack().mailbox().mailsTo(address).stream().findFirst());
  }

  /** Waits for a mail to an address whose subject has these words, and returns the newest. */
  public static Mail mailTo(String address, String words) {
    return Eventually.get(
        "a mail to " + address + " about: " + words,
        () ->
            stack().mailbox().mailsTo(address).stream()
                .filter(mail -> mail.subject().contains(words))
                .findFirst());
  }

  /** Returns the six digits in the newest mail to an address. */
  public static String codeMailedTo(String address) {
    var digits = java.util.regex.Pattern.compile("\\b\\d{6}\\b").matcher(mailTo(address).text());
    if (!digits.find()) {
      throw new AssertionError("No code in the newest mail to " + address);
    }
    return digits.group();
  }
}
