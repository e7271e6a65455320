package org.permitportal.members;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.permitportal.accounts.Account;
import org.permitportal.accounts.AccountStore;
import org.permitportal.accounts.AccountUse;
import org.permitportal.accounts.CompanyDirectory;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.accounts.NameKey;
import org.permitportal.accounts.Principals;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.ProblemCode;
import org.permitportal.platform.RequestProblem;
import org.permitportal.users.Reauthentication;

/**
 * Closes accounts. One transaction closes an account. Then its members are removed one by one. The
 * caller is removed last, and so can repeat a call that stopped early. The decision
 * infrastructure/decisions/0009 says which data stays and why.
 */
@Singleton
public class AccountClosing {
  /**
   * How long after the closing the sweep looks for members again. By then the index also has
   * members who joined just before the closing.
   */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

  private final AccountStore accounts;
  private final MembershipStore memberships;
  private final Principals principals;
  private final CompanyDirectory directory;
  private final ClosedAccount closed;
  private final PendingCleanup pendingCleanup;
  private final Reauthentication reauthentication;
  private final Collection<AccountUse> uses;
  private final City city;
  private final Clock clock;

  AccountClosing(
      AccountStore accounts,
      MembershipStore memberships,
      Principals principals,
      CompanyDirectory directory,
      ClosedAccount closed,
      PendingCleanup pendingCleanup,
      Reauthentication reauthentication,
      Collection<AccountUse> uses,
      City city,
      Clock clock) {
    this.accounts = accounts;
    this.memberships = memberships;
    this.principals = principals;
    this.directory = directory;
    this.closed = closed;
    this.pendingCleanup = pendingCleanup;
    this.reauthentication = reauthentication;
    this.uses = uses;
    this.city = city;
    this.clock = clock;
  }

  /**
   * Closes the caller's account for good.
   *
   * @throws Problem 400 for a wrong password; 403 when the caller is no longer an owner; 409 when
   *     something is still open, naming each item; 429 after too many tries
   */
  public void close(Applicant caller, String password) {
    reauthentication.check(caller, "password", password);
    Account account =
        accounts
            .find(caller.accountId())
            .orElseThrow(() -> new IllegalStateException("A membership without its account"));
    if (account.status() == Account.Status.ACTIVE) {
      refuseWhenInUse(account);
      ProblemCode refused = closing(account, caller).run().orElse(null);
      if (refused == RequestProblem.OWNER_ONLY) {
        throw Problem.of(refused);
      }
    }
    closed.empty(account.accountId(), caller.userId());
  }

  private GuardedTransaction closing(Account account, Applicant caller) {
    Instant now = clock.instant();
    GuardedTransaction writes =
        new GuardedTransaction()
            .with(
                memberships.owning(caller.userId(), account.accountId()), RequestProblem.OWNER_ONLY)
            .with(accounts.close(account.accountId(), now), RequestProblem.CHANGED_MEANWHILE)
            .with(
                pendingCleanup.note(
                    PendingCleanup.Kind.ACCOUNT, account.accountId(), now.plus(LOOK_AGAIN)));
    principals.end(account).forEach(write -> writes.with(write, RequestProblem.CHANGED_MEANWHILE));
    NameKey.find(account.name(), city.accounts().legalForms())
        .ifPresent(name -> directory.unlisting(name, account.handle()).forEach(writes::with));
    return writes;
  }

  private void refuseWhenInUse(Account account) {
    List<FieldError> open =
        uses.stream()
            .flatMap(use -> use.lines(account.accountId()).stream())
            .filter(AccountUse.Line::open)
            .map(line -> new FieldError(line.kind(), "OPEN", line.name()))
            .toList();
    if (!open.isEmpty()) {
      throw Problem.of(MemberProblem.ACCOUNT_IN_USE, open);
    }
  }
}
