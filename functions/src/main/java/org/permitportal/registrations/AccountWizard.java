package org.permitportal.registrations;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.AccountProblem;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Problem;

/** Starts registrations and shows what has been entered so far. */
@Singleton
public class AccountWizard {
  private final RegistrationStore registrations;
  private final City city;
  private final Ids ids;
  private final Clock clock;

  public AccountWizard(RegistrationStore registrations, City city, Ids ids, Clock clock) {
    this.registrations = registrations;
    this.city = city;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A registration that has begun.
   *
   * @param token the secret that gives access to the registration; only this answer has it
   */
  @Serdeable
  public record Started(
      String draftId, String token, Instant expiresAt, long version, WizardStep nextStep) {
    static Started of(Registration registration, String token, City city, Instant now) {
      return new Started(
          registration.id(),
          token,
          registration.expiresAt(),
          registration.version(),
          registration.nextStep(city, now));
    }

    @Override
    public String toString() {
      return "Started[" + draftId + "]";
    }
  }

  /**
   * Begins a registration.
   *
   * @param termsVersion the version of the terms that the person has read and agreed to
   * @param language the person's preferred language, or null for the language of the request
   * @throws Problem 400 when the portal is not available in this language; 409 when {@code
   *     termsVersion} is not the current version
   */
  public Started start(String termsVersion, @Nullable String language, Anyone caller) {
    if (!termsVersion.equals(city.terms().version())) {
      throw Problem.of(
          AccountProblem.TERMS_CHANGED,
          Problem.Details.NONE.withSuggestions(List.of(city.terms().version())));
    }
    String spoken = language == null ? caller.origin().language() : language;
    if (!city.languages().contains(spoken)) {
      throw Problem.invalid("language", "INVALID", "The portal is not available in this language.");
    }
    String token = ids.token();
    Registration registration =
        Registration.start(ids.ulid(), Ids.hash(token), spoken, city, clock.instant());
    registrations.create(registration);
    return Started.of(registration, token, city, clock.instant());
  }

  /**
   * Returns how long a browser keeps the token: the time after which a registration expires without
   * a save, plus the time for which its items are kept after that.
   */
  public Duration tokenKept() {
    return Duration.ofDays(city.registration().draftDays()).plus(RegistrationStore.KEPT);
  }

  /**
   * Returns everything about a registration except its secrets.
   *
   * @throws Problem 410 when the registration has ended
   */
  public RegistrationView view(String draftId) {
    return RegistrationView.of(registrations.load(draftId).editable(clock), city, clock.instant());
  }
}
