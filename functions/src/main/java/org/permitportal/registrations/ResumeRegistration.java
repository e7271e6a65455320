package org.permitportal.registrations;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Transaction;
import org.permitportal.registrations.AccountWizard.Started;
import org.permitportal.users.OneTimeLinks;

/**
 * Continues a registration on another device. That device gets its own token. The first device
 * keeps its token, because people photograph papers with their phone while the form is open on
 * another device.
 */
@Singleton
public class ResumeRegistration {
  private final RegistrationStore registrations;
  private final OneTimeLinks links;
  private final City city;
  private final Ids ids;
  private final Clock clock;

  ResumeRegistration(
      RegistrationStore registrations, OneTimeLinks links, City city, Ids ids, Clock clock) {
    this.registrations = registrations;
    this.links = links;
    this.city = city;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Uses up a link and makes another token for the link's registration.
   *
   * @throws Problem 410 when the link was used, has expired or never existed, when the registration
   *     now has another e-mail address, or when the registration has ended
   */
  public Started resume(String code) {
    OneTimeLinks.Open link =
        links
            .find(registrations.table(), ResumeLinks.PURPOSE, code)
            .orElseThrow(ResumeRegistration::ended);
    Registration registration =
        registrations.load(link.values().getOrDefault("draft", "")).editable(clock);
    Company company = registration.company();
    if (company == null || !Ids.hash(company.email().value()).equals(link.values().get("to"))) {
      throw ended();
    }
    String token = ids.token();
    boolean written =
        new Transaction()
            .with(link.end())
            .with(registrations.addToken(registration, Ids.hash(token)))
            .run()
            .isEmpty();
    if (!written) {
      throw ended();
    }
    return Started.of(registration, token, city, clock.instant());
  }

  private static Problem ended() {
    return Problem.of(RegistrationProblem.RESUME_LINK_ENDED);
  }
}
