package org.permitportal.secrets;

import java.util.List;
import java.util.regex.Pattern;
import org.permitportal.local.emulators.Mail;

/** Decides which secret values a mail may contain: its own code, and its reader's address. */
final class MailRule {
  /**
   * The subjects of mails that are about another person's address; their readers belong to the same
   * account.
   */
  private static final List<Pattern> ABOUT_AN_ADDRESS =
      List.of(
          Pattern.compile("has joined the account|se ha unido a la cuenta"),
          Pattern.compile(
              "^The email address of .* was changed|^Se cambió la dirección de correo"));

  private MailRule() {}

  /** Returns the values that the mail contains and must not. */
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
