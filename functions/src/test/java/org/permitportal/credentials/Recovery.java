package org.permitportal.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.Eventually;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.emulators.Mail;

/** Takes the steps of a recovery, from an IP address that no other test uses. */
public record Recovery(String from) {
  static final String ANSWER = "a circular, SAW!";
  static final String NEW = "nine new lanterns";
  private static final Pattern DIGITS = Pattern.compile("\\b\\d{6}\\b");

  /** Returns a recovery from a new IP address. */
  public static Recovery fresh() {
    return new Recovery(ApiCall.anAddress());
  }

  ApiCall start(String user) {
    return ApiCall.of("startRecovery").from(from).json("user", user);
  }

  /** Starts a recovery and returns its ticket. */
  String started(String user) {
    return start(user).expect(200).text("/recovery");
  }

  ApiCall answer(String recovery, String answer) {
    return ApiCall.of("answerQuestion").from(from).json("recovery", recovery, "answer", answer);
  }

  /** Starts a recovery, gives the right answer and returns the next ticket. */
  String answered(String user) {
    return answer(started(user), ANSWER).expect(200).text("/recovery");
  }

  ApiCall reset(String recovery, String code, String password) {
    // A reset answers only when the current second is over.
    ThePortal.clock().passNearlyToTheNextSecond();
    return ApiCall.of("resetPassword")
        .from(from)
        .json("recovery", recovery, "code", code, "password", password);
  }

  /** Takes all steps of the recovery, up to the new password. */
  public void recover(String user, String email) {
    String recovery = answered(user);
    reset(recovery, code(email), NEW).expect(204);
  }

  /** Returns the newest code for a new password that was mailed to an address. */
  static String code(String email) {
    Matcher digits = DIGITS.matcher(mail(email, "code for a new password").text());
    assertThat(digits.find()).isTrue();
    return digits.group();
  }

  /** Returns a wrong code. */
  static String wrongCode(String email) {
    return String.format("%06d", (Integer.parseInt(code(email)) + 1) % 1_000_000);
  }

  /** Waits for a mail to an address with these words in its subject, and returns the newest. */
  static Mail mail(String email, String subject) {
    return Eventually.get(
        subject + " to " + email, () -> mails(email, subject).stream().findFirst());
  }

  /** Returns the mails to an address with a subject that have arrived so far. */
  static List<Mail> mails(String email, String subject) {
    return ThePortal.stack().mailbox().mailsTo(email).stream()
        .filter(mail -> mail.subject().contains(subject))
        .toList();
  }

  /** Returns the code in a mail's link. */
  static String link(Mail mail) {
    Matcher link =
        Pattern.compile(Pattern.quote(ThePortal.stack().url()) + "/not-me#code=([\\w-]{43})\\s")
            .matcher(mail.text());
    assertThat(link.find()).isTrue();
    assertThat(mail.html()).contains("<a href=\"" + link.group().strip() + "\">");
    return link.group(1);
  }

  ApiCall login(String user, String password) {
    return ApiCall.of("login")
        .from(from)
        .json("user", user, "password", password, "delivery", "BODY");
  }
}
