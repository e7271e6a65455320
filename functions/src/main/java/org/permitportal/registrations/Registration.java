package org.permitportal.registrations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Contact;
import org.permitportal.files.FileRecord;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.Details;
import org.permitportal.platform.RequestProblem;

/**
 * A registration: the draft of an account that somebody is setting up in the wizard. Its files are
 * separate items and do not change its version.
 *
 * @param tokenHash the SHA-256 of the token that the registrant holds
 * @param version the number of saves; requests send it in {@code If-Match}
 * @param question the key of the chosen secret question
 * @param credentials whether the user pool has the password and the secret answer
 * @param fileChanges the number of announced and removed files, so that a confirmation notices each
 *     change
 * @param settled whether all work after the registration's end is done; if not, the sweeper does
 *     the rest
 */
record Registration(
    String id,
    String tokenHash,
    RegistrationState state,
    long version,
    String language,
    String termsVersion,
    Instant termsAcceptedAt,
    Instant expiresAt,
    @Nullable Company company,
    @Nullable String question,
    boolean credentials,
    @Nullable Contact contact,
    long fileChanges,
    boolean settled,
    List<FileRecord> files) {

  static Registration start(String id, String tokenHash, String language, City city, Instant now) {
    return new Registration(
        id,
        tokenHash,
        RegistrationState.OPEN,
        0,
        language,
        city.terms().version(),
        now,
        expiry(city, now),
        null,
        null,
        false,
        null,
        0,
        false,
        List.of());
  }

  /** Returns the username that the registration's user has in the pool. */
  String userId() {
    return Ids.derived(id, "user", "");
  }

  /**
   * Returns the id of the account that the registration becomes. It is derived from the
   * registration's id, so only one account can be created.
   */
  String accountId() {
    return Ids.derived(id, "account", "");
  }

  boolean expired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /**
   * Returns this registration if it can still be edited; otherwise throws a problem that says how
   * it ended.
   */
  Registration editable(Clock clock) {
    if (state == RegistrationState.CONFIRMED) {
      throw Problem.of(RegistrationProblem.REGISTRATION_CONFIRMED);
    }
    if (state == RegistrationState.SWEPT || expired(clock.instant())) {
      throw Problem.of(RegistrationProblem.REGISTRATION_EXPIRED);
    }
    return this;
  }

  /** Returns this registration if {@code seen} is its version; otherwise throws {@link #stale}. */
  Registration at(long seen) {
    if (seen != version) {
      throw stale();
    }
    return this;
  }

  /** Returns the problem that somebody else saved the registration in the meantime. */
  Problem stale() {
    return Problem.of(RequestProblem.CHANGED_MEANWHILE, Details.NONE.withCurrentVersion(version));
  }

  /**
   * Returns this registration if nothing is missing in the steps before {@code step}; otherwise
   * throws {@link #outOfOrder}.
   */
  Registration ready(WizardStep step, City city, Instant now) {
    if (!step.mayPrecede(nextStep(city, now))) {
      throw outOfOrder(city, now);
    }
    return this;
  }

  /** Returns the problem that an earlier step is not done. */
  Problem outOfOrder(City city, Instant now) {
    return Problem.of(
        RegistrationProblem.STEP_MISSING, Details.NONE.withNextStep(nextStep(city, now).name()));
  }

  /**
   * Returns the next version, with new data of step 1. Changed credentials are recorded only when
   * the pool has them; see {@link #withCredentials}.
   */
  Registration withCompany(Company saved, @Nullable String newQuestion, City city, Instant now) {
    return new Registration(
        id,
        tokenHash,
        state,
        version + 1,
        language,
        termsVersion,
        termsAcceptedAt,
        expiry(city, now),
        saved,
        newQuestion == null ? question : newQuestion,
        credentials,
        contact,
        fileChanges,
        settled,
        files);
  }

  /** Returns this version with another value of {@code credentials}. */
  Registration withCredentials(boolean set) {
    return new Registration(
        id,
        tokenHash,
        state,
        version,
        language,
        termsVersion,
        termsAcceptedAt,
        expiresAt,
        company,
        question,
        set,
        contact,
        fileChanges,
        settled,
        files);
  }

  /** Returns the next version, with new data of step 2. */
  Registration withContact(Company held, Contact saved, City city, Instant now) {
    return new Registration(
        id,
        tokenHash,
        state,
        version + 1,
        saved.language(),
        termsVersion,
        termsAcceptedAt,
        expiry(city, now),
        held,
        question,
        credentials,
        saved,
        fileChanges,
        settled,
        files);
  }

  /** Returns the fields that must still be filled in. */
  List<Missing> missing(City city, Instant now) {
    return Missing.in(this, city, now);
  }

  /** Returns the step to do next. */
  WizardStep nextStep(City city, Instant now) {
    return WizardStep.next(missing(city, now));
  }

  /** Returns whether a file has not arrived or is not checked yet. */
  boolean filesPending(Instant now) {
    return files.stream().anyMatch(f -> f.awaited(now));
  }

  private static Instant expiry(City city, Instant now) {
    return now.plus(Duration.ofDays(city.registration().draftDays()));
  }
}
