package org.permitportal.registrations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Contact;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.Details;
import org.permitportal.platform.RequestProblem;

/**
 * An account that somebody is setting up: the wizard's draft. Attachments are items of their own
 * and don't change its version.
 *
 * @param tokenHash SHA-256 of the token that its owner holds
 * @param version counts the saves; what {@code If-Match} names
 * @param question the chosen question's key
 * @param credentials whether the user pool has the password and the answer
 * @param fileChanges counts uploads asked for and removed, so that none slips by a confirmation
 * @param settled whether all that follows its end was done; else the sweeper does it
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
    List<DraftFile> files) {

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

  /** The pool's username of its user. */
  String userId() {
    return Ids.derived(id, "user", "");
  }

  /** The id of the account that it becomes, so that it becomes only one. */
  String accountId() {
    return Ids.derived(id, "account", "");
  }

  boolean expired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** This registration when it can still be edited; else a problem says how it ended. */
  Registration editable(Clock clock) {
    if (state == RegistrationState.CONFIRMED) {
      throw Problem.of(RegistrationProblem.REGISTRATION_CONFIRMED);
    }
    if (state == RegistrationState.SWEPT || expired(clock.instant())) {
      throw Problem.of(RegistrationProblem.REGISTRATION_EXPIRED);
    }
    return this;
  }

  /** The same, when the editor has seen its last version. */
  Registration at(long seen) {
    if (seen != version) {
      throw stale();
    }
    return this;
  }

  /** Somebody else saved it meanwhile. */
  Problem stale() {
    return Problem.of(RequestProblem.CHANGED_MEANWHILE, Details.NONE.withCurrentVersion(version));
  }

  /** The same, when nothing is missing in the steps before this one. */
  Registration ready(WizardStep step, City city) {
    if (!step.mayPrecede(nextStep(city))) {
      throw outOfOrder(city);
    }
    return this;
  }

  /** Another step comes first. */
  Problem outOfOrder(City city) {
    return Problem.of(
        RegistrationProblem.STEP_MISSING, Details.NONE.withNextStep(nextStep(city).name()));
  }

  /** Step 1 saved anew; credentials that change count only when the pool has them. */
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

  /** The same with credentials that the pool has, or has not yet. */
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

  /** Step 2 saved anew. */
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

  /** What must still be given. */
  List<Missing> missing(City city) {
    return Missing.in(this, city);
  }

  /** The step to do next. */
  WizardStep nextStep(City city) {
    return WizardStep.next(missing(city));
  }

  /** Whether a file has not arrived or is not checked yet. */
  boolean filesPending(Instant now) {
    return files.stream().anyMatch(f -> f.pending(now));
  }

  private static Instant expiry(City city, Instant now) {
    return now.plus(Duration.ofDays(city.registration().draftDays()));
  }
}
