package org.permitportal.credentials;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.permitportal.accounts.EmailChanges;
import org.permitportal.accounts.EmailChanges.Change;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Mailer;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.Details;
import org.permitportal.platform.RateLimiter;
import org.permitportal.platform.Secret;
import org.permitportal.platform.Table;
import org.permitportal.users.Codes;
import org.permitportal.users.Email;
import org.permitportal.users.Reauthentication;

/** How people ask for another e-mail address: nothing changes until its code is confirmed. */
@Singleton
public class RequestEmailChange {
  private static final String PURPOSE = "email";
  private static final int PER_USER = 10;
  private static final Duration USER_WINDOW = Duration.ofDays(1);
  private static final int PER_ADDRESS = 6;
  private static final Duration ADDRESS_WINDOW = Duration.ofHours(1);

  private final EmailChanges changes;
  private final MembershipStore memberships;
  private final Reauthentication reauthentication;
  private final Codes codes;
  private final RateLimiter rateLimiter;
  private final Secret secret;
  private final Mailer mailer;

  RequestEmailChange(
      EmailChanges changes,
      MembershipStore memberships,
      Reauthentication reauthentication,
      Codes codes,
      RateLimiter rateLimiter,
      Secret secret,
      Mailer mailer) {
    this.changes = changes;
    this.memberships = memberships;
    this.reauthentication = reauthentication;
    this.codes = codes;
    this.rateLimiter = rateLimiter;
    this.secret = secret;
    this.mailer = mailer;
  }

  /**
   * A mail that was sent.
   *
   * @param expiresAt the code in it is good until
   * @param resendAt another can be asked for from then on
   */
  @Serdeable
  public record Sent(String email, Instant expiresAt, Instant resendAt) {}

  /** What a user's code for an address is for: it proves no other. */
  static Codes.Use use(EmailChanges changes, String userId, Email email) {
    return new Codes.Use(changes.table(), EmailChanges.pk(userId), PURPOSE, email);
  }

  /** What was typed, as an address. */
  static Email read(String typed) {
    return Email.find(typed)
        .orElseThrow(() -> Problem.invalid("email", "INVALID", "This is no e-mail address."));
  }

  /**
   * Mails a code to the new address. One that signs in elsewhere gets a mail that says so instead;
   * the answer, and what is done for it, are the same. The present address gets one when mail did
   * not reach it, to prove that it does again.
   *
   * @throws Problem 400 a wrong password or the address that it is and that takes mail, 409 the
   *     last change can still be undone, 429 too many tries or mails, 503 not sent: the code is
   *     void
   */
  public Sent send(Applicant applicant, String password, String typed) {
    Email email = read(typed);
    Member member = memberships.of(applicant);
    boolean same = member.email().equals(email.value());
    if (same && member.mailObstacle() == null) {
      throw Problem.invalid("email", "SAME", "This is the address that you have.");
    }
    reauthentication.check(applicant, "password", password);
    if (!same) {
      changes.open(member.userId()).ifPresent(RequestEmailChange::refuse);
    }
    rateLimiter.count("code#user#" + member.userId(), PER_USER, USER_WINDOW);
    rateLimiter.count(
        "code#to#" + secret.hmac("attempts", email.value()), PER_ADDRESS, ADDRESS_WINDOW);
    Codes.Use use = use(changes, member.userId(), email);
    Codes.Issued code = codes.issue(use);
    boolean taken = !same && changes.taken(email, member.userId());
    try {
      mailer.send(
          email.value(),
          taken ? "email-taken" : "email-code",
          member.language(),
          Map.of("code", code.digits(), "minutes", Integer.toString(codes.minutes())));
    } catch (Problem unsent) {
      Table.run(codes.end(use));
      throw unsent;
    }
    return new Sent(email.value(), code.expiresAt(), code.resendAt());
  }

  private static void refuse(Change open) {
    throw Problem.of(ProfileProblem.EMAIL_CHANGED_RECENTLY, Details.NONE.withUntil(open.until()));
  }
}
