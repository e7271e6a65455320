package org.permitportal.members;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.permitportal.accounts.AccountStore;
import org.permitportal.accounts.AccountUse;
import org.permitportal.accounts.Profile;
import org.permitportal.licenses.AccountLicenses;
import org.permitportal.licenses.LicensesView;
import org.permitportal.platform.Caller.Applicant;

/** Exports everything that the portal holds about an account, for the account's owners. */
@Singleton
public class AccountExport {
  private final AccountStore accounts;
  private final MemberList memberList;
  private final AccountLicenses licenses;
  private final Collection<AccountUse> uses;
  private final Clock clock;

  AccountExport(
      AccountStore accounts,
      MemberList memberList,
      AccountLicenses licenses,
      Collection<AccountUse> uses,
      Clock clock) {
    this.accounts = accounts;
    this.memberList = memberList;
    this.licenses = licenses;
    this.uses = uses;
    this.clock = clock;
  }

  /** The account's data at the time of the export. */
  @Serdeable
  public record Exported(
      Instant exportedAt,
      Profile account,
      List<MemberView> members,
      List<InvitationView> invitations,
      LicensesView papers,
      List<AccountUse.Line> business) {}

  /** Exports the caller's account. */
  public Exported of(Applicant caller) {
    Profile account =
        accounts
            .find(caller.accountId())
            .map(found -> Profile.of(found, caller))
            .orElseThrow(() -> new IllegalStateException("A membership without its account"));
    MemberList.People people = memberList.of(caller.accountId());
    return new Exported(
        clock.instant(),
        account,
        people.members(),
        people.invitations(),
        licenses.list(caller),
        uses.stream().flatMap(use -> use.lines(caller.accountId()).stream()).toList());
  }
}
