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
 * Going on with a registration on another device. That device gets a token of its own; the first
 * one keeps its token, because people photograph papers with the telephone while the form is open
 * on the desk.
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
   * Uses a link up and gives its registration another token.
   *
   * @throws Problem 410 when the link was used, has expired, never was, or the registration has
   *     another address by now; also when the registration has ended
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
    return Started.of(registration, token, city);
  }

  private static Problem ended() {
    return Problem.of(RegistrationProblem.RESUME_LINK_ENDED);
  }
}
