package org.permitportal.licenses;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Account;
import org.permitportal.platform.AccountSettings;
import org.permitportal.platform.AccountSettings.Asked;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.CapacityCounter;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Outage;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RequestProblem;
import org.permitportal.platform.Table;
import org.permitportal.platform.Transaction;

/** Lets an account's members list, add, change and remove its licenses and insurance. */
@Singleton
public class AccountLicenses {
  /** The most licenses and insurance policies of an account. No account needs so many. */
  static final int MOST = 20;

  private static final int TRIES = 4;
  private final LicenseStore licenses;
  private final CapacityCounter capacityCounter;
  private final LicensesView.Now views;
  private final DueItems dueItems;
  private final City city;
  private final Ids ids;
  private final Clock clock;

  AccountLicenses(
      LicenseStore licenses,
      CapacityCounter capacityCounter,
      LicensesView.Now views,
      DueItems dueItems,
      City city,
      Ids ids,
      Clock clock) {
    this.licenses = licenses;
    this.capacityCounter = capacityCounter;
    this.views = views;
    this.dueItems = dueItems;
    this.city = city;
    this.ids = ids;
    this.clock = clock;
  }

  /** Returns all licenses and documents of the caller's account. */
  public LicensesView list(Applicant applicant) {
    return views.of(licenses.ofMember(applicant.accountId()));
  }

  /**
   * Adds a license or an insurance. Staff must then verify it.
   *
   * @param key the client's Idempotency-Key, or null; a repeated request returns the same license
   * @throws Problem 400 when a required field is missing, or when the account's type does not ask
   *     for the license or a field; 409 when the account has too many licenses, or when the key was
   *     used for another license
   */
  public LicenseView add(
      Applicant applicant, LicenseKind kind, LicenseFacts stated, @Nullable String key) {
    LicenseFacts facts = LicenseFacts.from(stated.given());
    AccountRecord file = licenses.ofMember(applicant.accountId());
    check(file.account(), kind, facts);
    String account = applicant.accountId();
    String id = key == null ? ids.ulid() : Ids.derived(account, "addLicense", key);
    License wanted = License.added(file.account(), id, kind, facts, now()).reminding(next(facts));
    if (file.license(id).isPresent()) {
      return repeated(file, wanted);
    }
    if (!capacityCounter.take(() -> licenses.counter(account), MOST, () -> own(file))) {
      throw Problem.of(LicenseProblem.TOO_MANY_LICENSES);
    }
    if (!Table.run(licenses.first(wanted))) {
      capacityCounter.release(licenses.counter(account));
      return repeated(licenses.ofMember(account), wanted);
    }
    return views.of(wanted, file.licenses());
  }

  /**
   * Changes a license. A verified or rejected license becomes unverified again.
   *
   * @param seen the version of the license that the caller has read
   * @throws Problem 400 for wrong fields; 404 when the license does not exist; 412 when the license
   *     was changed in the meantime
   */
  public LicenseView update(Applicant applicant, String id, long seen, LicenseFacts stated) {
    LicenseFacts facts = LicenseFacts.from(stated.given());
    AccountRecord file = licenses.ofMember(applicant.accountId());
    License before = own(file, id).orElseThrow(Problem::notFound);
    check(file.account(), before.kind(), facts);
    License edited = before.edited(facts, now()).reminding(next(facts));
    if (before.version() != seen) {
      throw stale(before);
    }
    if (!Table.run(licenses.next(edited))) {
      throw stale(again(applicant, id).orElseThrow(Problem::notFound));
    }
    return views.of(edited, file.licenses());
  }

  /**
   * Removes a license but not its documents. Does nothing when the license does not exist.
   *
   * @param seen the version of the license that the caller has read
   * @throws Problem 409 when this is the account's last license and the account's type needs a
   *     license; 412 when the license was changed in the meantime
   */
  public void remove(Applicant applicant, String id, long seen) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      AccountRecord file = licenses.ofMember(applicant.accountId());
      License license = own(file, id).orElse(null);
      if (license == null) {
        return;
      }
      if (license.version() != seen) {
        throw stale(license);
      }
      Transaction removal = new Transaction().with(licenses.removed(license));
      if (license.kind() == LicenseKind.LICENSE && rule(file.account()).asked() == Asked.REQUIRED) {
        // Check that another license exists: if the last two are removed at the same time, one must
        // remain.
        removal.with(licenses.there(applicant.accountId(), another(file, id)));
      }
      if (removal.run().isEmpty()) {
        capacityCounter.release(licenses.counter(applicant.accountId()));
        return;
      }
    }
    throw Outage.problem();
  }

  private LicenseView repeated(AccountRecord file, License wanted) {
    License before = file.license(wanted.id()).orElseThrow(Problem::notFound);
    if (!before.asked().equals(wanted.asked())) {
      throw Problem.of(RequestProblem.KEY_REUSED);
    }
    return views.of(before, file.licenses());
  }

  private static int own(AccountRecord file) {
    return (int) file.licenses().stream().filter(one -> one.kind() != LicenseKind.IDENTITY).count();
  }

  private static String another(AccountRecord file, String id) {
    return file.licenses().stream()
        .filter(other -> other.kind() == LicenseKind.LICENSE && !other.id().equals(id))
        .map(License::id)
        .findFirst()
        .orElseThrow(() -> Problem.of(LicenseProblem.LICENSE_REQUIRED));
  }

  private void check(Account account, LicenseKind kind, LicenseFacts facts) {
    if (!LicenseFacts.asked(rule(account), kind)) {
      throw Problem.invalid("kind", "NOT_ASKED", "This type of account doesn't ask for this.");
    }
    var errors = facts.errors(rule(account), kind, dueItems.today());
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  private AccountSettings.License rule(Account account) {
    return city.accounts()
        .type(account.typeKey())
        .orElseThrow(() -> new IllegalStateException("An account of no type of the city's"))
        .license();
  }

  /**
   * Finds a license that the holder may edit. The holder can't edit the IDENTITY item, because
   * uploaded documents create it.
   */
  private static Optional<License> own(AccountRecord file, String id) {
    return file.license(id).filter(license -> license.kind() != LicenseKind.IDENTITY);
  }

  private Optional<License> again(Applicant applicant, String id) {
    return own(licenses.ofMember(applicant.accountId()), id);
  }

  private static Problem stale(License now) {
    return Problem.of(
        RequestProblem.CHANGED_MEANWHILE, Problem.Details.NONE.withCurrentVersion(now.version()));
  }

  private @Nullable LocalDate next(LicenseFacts facts) {
    return License.nextReminder(facts, dueItems.today(), city.licenses().reminderDays());
  }

  /** Returns the current time in milliseconds, as it is stored. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
