package org.permitportal.secrets;

import java.util.List;
import java.util.regex.Pattern;
import org.permitportal.local.emulators.Mail;

/**
 * The rule for secret values in mails. A mail may contain the code that it delivers and its
 * reader's address. A mail about another person's address may contain that address.
 */
final class MailRule {
  /**
   * The subjects of mails about another person's address. Their readers belong to the same account
   * as this person.
   */
  private static final List<Pattern> ABOUT_AN_ADDRESS =
      List.of(
          Pattern.compile("has joined the account|se ha unido a la cuenta"),
          Pattern.compile("invited another owner|invitó a otro titular"),
          Pattern.compile(
              "^The email address of .* was changed|^Se cambió la dirección de correo"));

  private MailRule() {}

  /** Returns the secret values that a mail contains but must not contain. */
  static List<Leaks.Value> broken(Leaks leaks, Mail mail) {
    return leaks.in(Channel.MAIL, mail.subject() + "\n" + mail.text() + "\n" + mail.html()).stream()
        .filter(value -> !allowed(value, mail))
        .distinct()
        .toList();
  }

  private static boolean allowed(Leaks.Value value, Mail mail) {
    return switch (value.kind()) {
      case CODE -> mail.subject().endsWith(": " + value.text());
      case EMAIL ->
          mail.to().stream().anyMatch(value.text()::equalsIgnoreCase)
              || ABOUT_AN_ADDRESS.stream().anyMatch(s -> s.matcher(mail.subject()).find());
      default -> false;
    };
  }
}
