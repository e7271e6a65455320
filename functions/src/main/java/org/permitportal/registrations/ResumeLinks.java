package org.permitportal.registrations;

import io.micronaut.context.annotation.Value;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Mailer;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RateLimiter;
import org.permitportal.platform.Recipient;
import org.permitportal.platform.Table;
import org.permitportal.users.MailsToAddress;
import org.permitportal.users.OneTimeLinks;

/** Mails links for continuing a registration on another device; each link works once. */
@Singleton
public class ResumeLinks {
  static final String PURPOSE = "resume";
  private static final Duration LIFE = Duration.ofDays(1);
  private static final int PER_DRAFT = 5;
  private static final Duration DRAFT_WINDOW = Duration.ofDays(1);
  private final RegistrationStore registrations;
  private final OneTimeLinks links;
  private final RateLimiter rateLimiter;
  private final MailsToAddress mails;
  private final Mailer mailer;
  private final City city;
  private final Clock clock;
  private final String portalUrl;

  ResumeLinks(
      RegistrationStore registrations,
      OneTimeLinks links,
      RateLimiter rateLimiter,
      MailsToAddress mails,
      Mailer mailer,
      City city,
      Clock clock,
      @Value("${portal.url}") String portalUrl) {
    this.registrations = registrations;
    this.links = links;
    this.rateLimiter = rateLimiter;
    this.mails = mails;
    this.mailer = mailer;
    this.city = city;
    this.clock = clock;
    this.portalUrl = portalUrl;
  }

  /**
   * A link that was mailed.
   *
   * @param expiresAt when the link expires
   */
  @Serdeable
  public record Mailed(String email, Instant expiresAt) {}

  /**
   * Mails a link to the registration's address. If the mail is not sent, nobody knows the link.
   *
   * @throws Problem 409 when step 1 is not done; 410 when the registration has ended; 429 after too
   *     many mails; 503 when the mail was not sent
   */
  public Mailed mail(String draftId) {
    Registration registration = registrations.load(draftId).editable(clock);
    Company company = registration.company();
    if (company == null) {
      throw registration.outOfOrder(city, clock.instant());
    }
    rateLimiter.count("resume#draft#" + draftId, PER_DRAFT, DRAFT_WINDOW);
    mails.count(company.email());
    OneTimeLinks.Issued link =
        links.issue(
            registrations.table(),
            PURPOSE,
            Map.of("draft", draftId, "to", Ids.hash(company.email().value())),
            LIFE);
    Table.run(link.write());
    mailer.send(
        new Recipient(company.email().value(), registration.language()),
        Mail.RESUME_LINK,
        Map.of(
            "code", link.code(),
            "hours", Long.toString(LIFE.toHours()),
            "portal", portalUrl));
    return new Mailed(company.email().value(), link.expiresAt());
  }
}
