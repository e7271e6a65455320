package org.permitportal.licences;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Account;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.CapacityCounter;
import org.permitportal.platform.City;
import org.permitportal.platform.City.Asked;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Outage;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RequestProblem;
import org.permitportal.platform.Table;
import org.permitportal.platform.Transaction;

/** Where an account keeps its licences and insurance. */
@Singleton
public class AccountLicences {
  /** Far more than anybody has. */
  static final int MOST = 20;

  private static final int TRIES = 4;
  private final LicenceStore licences;
  private final CapacityCounter capacityCounter;
  private final LicencesView.Now views;
  private final DueItems dueItems;
  private final City city;
  private final Ids ids;
  private final Clock clock;

  AccountLicences(
      LicenceStore licences,
      CapacityCounter capacityCounter,
      LicencesView.Now views,
      DueItems dueItems,
      City city,
      Ids ids,
      Clock clock) {
    this.licences = licences;
    this.capacityCounter = capacityCounter;
    this.views = views;
    this.dueItems = dueItems;
    this.city = city;
    this.ids = ids;
    this.clock = clock;
  }

  /** All of the caller's account, and its documents. */
  public LicencesView list(Applicant applicant) {
    return views.of(licences.ofMember(applicant.accountId()));
  }

  /**
   * Adds one, which staff then have to look at.
   *
   * @param key the client's Idempotency-Key: a repetition answers with the same licence
   * @throws Problem 400 what the account's type doesn't ask for or lacks; 409 there are too many,
   *     or the key is another licence's
   */
  public LicenceView add(
      Applicant applicant, LicenceKind kind, LicenceFacts stated, @Nullable String key) {
    LicenceFacts facts = LicenceFacts.from(stated.given());
    AccountRecord file = licences.ofMember(applicant.accountId());
    check(file.account(), kind, facts);
    String account = applicant.accountId();
    String id = key == null ? ids.ulid() : Ids.derived(account, "addLicence", key);
    Licence wanted = Licence.added(file.account(), id, kind, facts, now()).reminding(next(facts));
    if (file.licence(id).isPresent()) {
      return repeated(file, wanted);
    }
    if (!capacityCounter.take(() -> licences.counter(account), MOST, () -> own(file))) {
      throw Problem.of(LicenceProblem.TOO_MANY_LICENCES);
    }
    if (!Table.run(licences.first(wanted))) {
      capacityCounter.release(licences.counter(account));
      return repeated(licences.ofMember(account), wanted);
    }
    return views.of(wanted, file.licences());
  }

  /**
   * Changes one; what was verified or rejected is unverified again.
   *
   * @param seen the version that the caller has read
   * @throws Problem 400, 404; 412 when it was changed meanwhile
   */
  public LicenceView update(Applicant applicant, String id, long seen, LicenceFacts stated) {
    LicenceFacts facts = LicenceFacts.from(stated.given());
    AccountRecord file = licences.ofMember(applicant.accountId());
    Licence before = own(file, id).orElseThrow(Problem::notFound);
    check(file.account(), before.kind(), facts);
    Licence edited = before.edited(facts, now()).reminding(next(facts));
    if (before.version() != seen) {
      throw stale(before);
    }
    if (!Table.run(licences.next(edited))) {
      throw stale(again(applicant, id).orElseThrow(Problem::notFound));
    }
    return views.of(edited, file.licences());
  }

  /**
   * Removes one; one that is not there is removed already. Its documents stay.
   *
   * @throws Problem 409 when it is the last one and the account's type needs one; 412
   */
  public void remove(Applicant applicant, String id, long seen) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      AccountRecord file = licences.ofMember(applicant.accountId());
      Licence licence = own(file, id).orElse(null);
      if (licence == null) {
        return;
      }
      if (licence.version() != seen) {
        throw stale(licence);
      }
      Transaction removal = new Transaction().with(licences.removed(licence));
      if (licence.kind() == LicenceKind.LICENCE && rule(file.account()).asked() == Asked.REQUIRED) {
        // Of two that are removed at once one has to stay.
        removal.with(licences.there(applicant.accountId(), another(file, id)));
      }
      if (removal.run().isEmpty()) {
        capacityCounter.release(licences.counter(applicant.accountId()));
        return;
      }
    }
    throw Outage.problem();
  }

  private LicenceView repeated(AccountRecord file, Licence wanted) {
    Licence before = file.licence(wanted.id()).orElseThrow(Problem::notFound);
    if (!before.asked().equals(wanted.asked())) {
      throw Problem.of(LicenceProblem.KEY_REUSED);
    }
    return views.of(before, file.licences());
  }

  private static int own(AccountRecord file) {
    return (int) file.licences().stream().filter(one -> one.kind() != LicenceKind.IDENTITY).count();
  }

  private static String another(AccountRecord file, String id) {
    return file.licences().stream()
        .filter(other -> other.kind() == LicenceKind.LICENCE && !other.id().equals(id))
        .map(Licence::id)
        .findFirst()
        .orElseThrow(() -> Problem.of(LicenceProblem.LICENCE_REQUIRED));
  }

  private void check(Account account, LicenceKind kind, LicenceFacts facts) {
    if (!LicenceFacts.asked(rule(account), kind)) {
      throw Problem.invalid("kind", "NOT_ASKED", "This type of account doesn't ask for this.");
    }
    var errors = facts.errors(rule(account), kind, dueItems.today());
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  private City.Licence rule(Account account) {
    return city.accountType(account.typeKey())
        .orElseThrow(() -> new IllegalStateException("An account of no type of the city's"))
        .licence();
  }

  /** What its holder edits; who the holder is follows from documents. */
  private static Optional<Licence> own(AccountRecord file, String id) {
    return file.licence(id).filter(licence -> licence.kind() != LicenceKind.IDENTITY);
  }

  private Optional<Licence> again(Applicant applicant, String id) {
    return own(licences.ofMember(applicant.accountId()), id);
  }

  private static Problem stale(Licence now) {
    return Problem.of(
        RequestProblem.CHANGED_MEANWHILE, Problem.Details.NONE.withCurrentVersion(now.version()));
  }

  private @Nullable LocalDate next(LicenceFacts facts) {
    return Licence.nextReminder(facts, dueItems.today(), city.licenceReminderDays());
  }

  /** As it is stored. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
