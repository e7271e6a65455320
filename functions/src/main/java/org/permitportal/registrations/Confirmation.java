package org.permitportal.registrations;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.permitportal.accounts.Account;
import org.permitportal.accounts.AccountProblem;
import org.permitportal.accounts.AccountStore;
import org.permitportal.accounts.CompanyNames;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;
import org.permitportal.users.Codes;
import org.permitportal.users.Email;
import org.permitportal.users.UserPool;

/** The second half of step 3: turns a registration into an account in one transaction. */
@Singleton
public class Confirmation {
  private final RegistrationStore registrations;
  private final CompanyNames names;
  private final AccountStore accounts;
  private final NewAccount newAccount;
  private final Codes codes;
  private final UserPool pool;
  private final City city;
  private final Clock clock;

  public Confirmation(
      RegistrationStore registrations,
      CompanyNames names,
      AccountStore accounts,
      NewAccount newAccount,
      Codes codes,
      UserPool pool,
      City city,
      Clock clock) {
    this.registrations = registrations;
    this.names = names;
    this.accounts = accounts;
    this.newAccount = newAccount;
    this.codes = codes;
    this.pool = pool;
    this.city = city;
    this.clock = clock;
  }

  /**
   * A new account, which can be used at once.
   *
   * @param handle an id for signing in, in place of the name or the e-mail address
   */
  @Serdeable
  public record Confirmed(
      String accountNumber, String name, String handle, Account.Status status) {}

  /**
   * Creates the account. Repeating the call returns the same account.
   *
   * @param seen the version of the registration that the person has read
   * @param code the code from the mail
   * @throws Problem 400 when the code is wrong; 409 when something is missing, a file is not
   *     checked, somebody else has the name by now, no code is valid, or the address already has an
   *     account; 410 when the registration has ended; 412 when the registration was changed in the
   *     meantime; 429 after too many wrong codes
   */
  public Confirmed confirm(String draftId, long seen, String code) {
    Registration registration = registrations.load(draftId);
    if (registration.state() == RegistrationState.CONFIRMED) {
      return finished(registration);
    }
    registration.editable(clock).at(seen).ready(WizardStep.CONFIRM, city, clock.instant());
    Company company = registration.company();
    if (company == null) {
      throw registration.outOfOrder(city, clock.instant());
    }
    if (registration.filesPending(clock.instant())) {
      throw Problem.of(RegistrationProblem.FILES_PENDING);
    }
    Codes.Use use = EmailVerification.use(registrations, registration, company.email());
    try {
      codes.check(use, "code", code);
    } catch (Problem refused) {
      // A double click: the first request has used the code and created the account.
      Registration now = registrations.load(draftId);
      if (now.state() == RegistrationState.CONFIRMED) {
        return finished(now);
      }
      throw refused;
    }
    return create(registration, company.email(), codes.end(use));
  }

  private Confirmed create(Registration registration, Email email, Write codeUsed) {
    Account account = newAccount.of(registration);
    String userId = registration.userId();
    Write draft = registrations.confirmed(registration, clock.instant());
    Write name = names.take(account, userId, registration.id());
    Write address = accounts.claim(email, userId, account.accountId());
    List<Write> refused =
        new Transaction()
            .with(draft)
            .with(name)
            .with(address)
            .with(newAccount.writes(account, registration))
            .with(codeUsed)
            .run();
    if (refused.isEmpty()) {
      return settled(registration, account);
    }
    if (refused.contains(draft)) {
      return confirmedMeanwhile(registration);
    }
    if (refused.contains(name)) {
      throw names.refused(names.read("name", account.name()), registration.id());
    }
    if (refused.contains(address)) {
      throw Problem.of(AccountProblem.EMAIL_TAKEN);
    }
    throw new IllegalStateException("Refused neither for its draft, its name nor its address");
  }

  /**
   * Handles a registration that was confirmed or changed in the meantime, or whose files changed.
   */
  private Confirmed confirmedMeanwhile(Registration read) {
    Registration now = registrations.load(read.id());
    if (now.state() == RegistrationState.CONFIRMED) {
      return finished(now);
    }
    now.editable(clock).at(read.version());
    throw Problem.of(RegistrationProblem.FILES_PENDING);
  }

  private Confirmed finished(Registration registration) {
    Account account =
        accounts
            .find(registration.accountId())
            .orElseThrow(() -> new IllegalStateException("Confirmed without an account"));
    return registration.settled() ? confirmed(account) : settled(registration, account);
  }

  private Confirmed settled(Registration registration, Account account) {
    pool.enable(registration.userId());
    registrations.settled(registration.id());
    return confirmed(account);
  }

  private static Confirmed confirmed(Account account) {
    return new Confirmed(account.number(), account.name(), account.handle(), account.status());
  }
}
