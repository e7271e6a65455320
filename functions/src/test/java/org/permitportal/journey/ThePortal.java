package org.permitportal.journey;

import java.util.Map;
import org.permitportal.contract.Yaml;
import org.permitportal.evidence.Evidence;
import org.permitportal.local.Options;
import org.permitportal.local.PortalStack;
import org.permitportal.local.emulators.Mail;
import org.permitportal.secrets.Traffic;

/** The one local run that all journeys of a test run share; each makes its own data. */
public final class ThePortal {
  /** With it a test is the CloudFront that tells a caller's address. */
  static final String ORIGIN_SECRET = "0123456789abcdef0123456789abcdef";

  public static final MovableClock CLOCK = new MovableClock();
  private static final PortalStack STACK = started();

  private ThePortal() {}

  private static PortalStack started() {
    try {
      PortalStack stack =
          PortalStack.start(
              Options.forTests(Yaml.ROOT, CLOCK)
                  .withParameters(
                      Map.of(
                          "MailFrom",
                          "permits@juniperfalls.example",
                          "OriginSecret",
                          ORIGIN_SECRET)));
      Traffic.watch(stack);
      stack.onLambdaCall(call -> Evidence.CALLS.add(call.function()));
      Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
      return stack;
    } catch (Exception e) {
      throw new IllegalStateException("The local run does not start", e);
    }
  }

  /** The running stack. */
  public static PortalStack stack() {
    return STACK;
  }

  /** The newest mail to an address; waits for it, because notices come by a stream. */
  public static Mail mailTo(String address) {
    return Eventually.get(
        "a mail to " + address, () -> STACK.mailbox().mailsTo(address).stream().findFirst());
  }

  /** The newest mail to an address whose subject has these words; waits for it. */
  public static Mail mailTo(String address, String words) {
    return Eventually.get(
        "a mail to " + address + " about: " + words,
        () ->
            STACK.mailbox().mailsTo(address).stream()
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
