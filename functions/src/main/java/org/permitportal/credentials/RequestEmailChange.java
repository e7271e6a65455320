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
import org.permitportal.platform.Mail;
import org.permitportal.platform.Mailer;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.Details;
import org.permitportal.platform.RateLimiter;
import org.permitportal.platform.Recipient;
import org.permitportal.platform.Table;
import org.permitportal.users.Codes;
import org.permitportal.users.Email;
import org.permitportal.users.MailsToAddress;
import org.permitportal.users.Reauthentication;

/**
 * Starts a change of a user's e-mail address. The address changes only when the user confirms the
 * mailed code.
 */
@Singleton
public class RequestEmailChange {
  private static final String PURPOSE = "email";
  private static final int PER_USER = 10;
  private static final Duration USER_WINDOW = Duration.ofDays(1);

  private final EmailChanges changes;
  private final MembershipStore memberships;
  private final Reauthentication reauthentication;
  private final Codes codes;
  private final RateLimiter rateLimiter;
  private final MailsToAddress mails;
  private final Mailer mailer;

  RequestEmailChange(
      EmailChanges changes,
      MembershipStore memberships,
      Reauthentication reauthentication,
      Codes codes,
      RateLimiter rateLimiter,
      MailsToAddress mails,
      Mailer mailer) {
    this.changes = changes;
    this.memberships = memberships;
    this.reauthentication = reauthentication;
    this.codes = codes;
    this.rateLimiter = rateLimiter;
    this.mails = mails;
    this.mailer = mailer;
  }

  /**
   * A code that was mailed.
   *
   * @param expiresAt the time at which the code expires
   * @param resendAt the time from which another code can be requested
   */
  @Serdeable
  public record Sent(String email, Instant expiresAt, Instant resendAt) {}

  /** Returns the use of a user's code: it proves this address and no other. */
  static Codes.Use use(EmailChanges changes, String userId, Email email) {
    return new Codes.Use(changes.table(), EmailChanges.pk(userId), PURPOSE, email);
  }

  /** Parses a typed e-mail address. Throws a problem (400) when the text is not an address. */
  static Email read(String typed) {
    return Email.find(typed)
        .orElseThrow(
            () -> Problem.invalid("email", "INVALID", "This is not a valid email address."));
  }

  /**
   * Mails a code to the new address. If another user has the address, the mail says so and has no
   * code; the response and the steps are the same. The current address gets a code only if mail did
   * not reach it before. The code then proves that mail reaches it again.
   *
   * @param typed the new address as it was typed
   * @throws Problem 400 for a wrong password, or for the current address when mail reaches it; 409
   *     when the last change can still be undone; 429 after too many tries or mails; 503 when the
   *     mail was not sent; its code is then void
   */
  public Sent send(Applicant applicant, String password, String typed) {
    Email email = read(typed);
    Member member = memberships.of(applicant);
    boolean same = member.email().equals(email.value());
    if (same && member.mailObstacle() == null) {
      throw Problem.invalid("email", "SAME", "This is already your address.");
    }
    reauthentication.check(applicant, "password", password);
    if (!same) {
      changes.open(member.userId()).ifPresent(RequestEmailChange::refuse);
    }
    rateLimiter.count("code#user#" + member.userId(), PER_USER, USER_WINDOW);
    mails.count(email);
    Codes.Use use = use(changes, member.userId(), email);
    Codes.Issued code = codes.issue(use);
    String holder = same ? null : changes.holder(email, member.userId()).orElse(null);
    String language = memberships.language(holder, member.language());
    try {
      mailer.send(
          new Recipient(email.value(), language),
          holder == null ? Mail.EMAIL_CODE : Mail.EMAIL_TAKEN,
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
