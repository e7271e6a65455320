package org.permitportal.registrations;

import io.micronaut.context.annotation.Value;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.permitportal.accounts.AccountStore;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.City;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Mailer;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RateLimiter;
import org.permitportal.platform.Recipient;
import org.permitportal.platform.Table;
import org.permitportal.users.Codes;
import org.permitportal.users.Email;
import org.permitportal.users.MailsToAddress;

/** The first half of step 3: mails the code that proves the e-mail address. */
@Singleton
public class EmailVerification {
  private static final String PURPOSE = "confirm";
  private static final int PER_DRAFT = 10;
  private static final Duration DRAFT_WINDOW = Duration.ofDays(1);

  private final RegistrationStore registrations;
  private final AccountStore accounts;
  private final MembershipStore memberships;
  private final Codes codes;
  private final RateLimiter rateLimiter;
  private final MailsToAddress mails;
  private final Mailer mailer;
  private final City city;
  private final Clock clock;
  private final String portalUrl;

  public EmailVerification(
      RegistrationStore registrations,
      AccountStore accounts,
      MembershipStore memberships,
      Codes codes,
      RateLimiter rateLimiter,
      MailsToAddress mails,
      Mailer mailer,
      City city,
      Clock clock,
      @Value("${portal.url}") String portalUrl) {
    this.registrations = registrations;
    this.accounts = accounts;
    this.memberships = memberships;
    this.codes = codes;
    this.rateLimiter = rateLimiter;
    this.mails = mails;
    this.mailer = mailer;
    this.city = city;
    this.clock = clock;
    this.portalUrl = portalUrl;
  }

  /**
   * A code that was mailed.
   *
   * @param expiresAt when the code expires
   * @param resendAt when another code can be requested
   */
  @Serdeable
  public record Sent(String email, Instant expiresAt, Instant resendAt) {}

  /** Returns the use of a registration's code: the code proves this e-mail address. */
  static Codes.Use use(RegistrationStore registrations, Registration registration, Email email) {
    return new Codes.Use(
        registrations.table(), RegistrationStore.pk(registration.id()), PURPOSE, email);
  }

  /**
   * Mails a new code. If the address already has an account, the mail says so instead. The response
   * and the work are the same in both cases.
   *
   * @throws Problem 409 when an earlier step is not done; 410 when the registration has ended; 429
   *     after too many mails; 503 when the mail was not sent, and then the code is void
   */
  public Sent send(String draftId) {
    Registration registration =
        registrations
            .load(draftId)
            .editable(clock)
            .ready(WizardStep.CONFIRM, city, clock.instant());
    Company company = registration.company();
    if (company == null) {
      throw registration.outOfOrder(city, clock.instant());
    }
    Email email = company.email();
    rateLimiter.count("code#draft#" + draftId, PER_DRAFT, DRAFT_WINDOW);
    mails.count(email);
    Codes.Use use = use(registrations, registration, email);
    Codes.Issued code = codes.issue(use);
    String holder = accounts.holder(email).orElse(null);
    String language = memberships.language(holder, registration.language());
    try {
      mailer.send(
          new Recipient(email.value(), language),
          holder == null ? Mail.REGISTRATION_CODE : Mail.ALREADY_REGISTERED,
          Map.of(
              "code", code.digits(),
              "minutes", Integer.toString(codes.minutes()),
              "portal", portalUrl));
    } catch (Problem unsent) {
      Table.run(codes.end(use));
      throw unsent;
    }
    return new Sent(email.value(), code.expiresAt(), code.resendAt());
  }
}
