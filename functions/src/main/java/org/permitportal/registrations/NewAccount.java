package org.permitportal.registrations;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.permitportal.accounts.Account;
import org.permitportal.accounts.AccountStore;
import org.permitportal.accounts.CompanyDirectory;
import org.permitportal.accounts.Contact;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.accounts.NameKey;
import org.permitportal.files.FileRecord;
import org.permitportal.files.FileRecord.State;
import org.permitportal.licenses.NewAccountLicenses;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Write;

/** Builds the account that a registration becomes. */
@Singleton
class NewAccount {
  private final AccountStore accounts;
  private final MembershipStore memberships;
  private final CompanyDirectory directory;
  private final NewAccountLicenses licenses;
  private final Outbox outbox;
  private final Ids ids;
  private final City city;
  private final Clock clock;
  private final String portalUrl;

  NewAccount(
      AccountStore accounts,
      MembershipStore memberships,
      CompanyDirectory directory,
      NewAccountLicenses licenses,
      Outbox outbox,
      Ids ids,
      City city,
      Clock clock,
      @Value("${portal.url}") String portalUrl) {
    this.accounts = accounts;
    this.memberships = memberships;
    this.directory = directory;
    this.licenses = licenses;
    this.outbox = outbox;
    this.ids = ids;
    this.city = city;
    this.clock = clock;
    this.portalUrl = portalUrl;
  }

  /**
   * Returns the account, with a new number. If the account is then not created, this number stays
   * unused.
   */
  Account of(Registration registration) {
    String number = accounts.nextNumber(city.accounts().number());
    Company company = registration.company();
    Contact contact = registration.contact();
    if (company == null || contact == null) {
      throw new IllegalStateException("An incomplete registration");
    }
    return new Account(
        registration.accountId(),
        number,
        company.name(),
        company.nameKey(),
        ids.ulid(),
        company.typeKey(),
        company.holder(),
        Account.Status.ACTIVE,
        company.email().value(),
        company.phone(),
        contact,
        registration.language(),
        company.listed(),
        registration.termsVersion(),
        registration.termsAcceptedAt(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        null,
        1);
  }

  /**
   * Returns the writes for the profile, owner, handle, listing, licenses, documents and welcome
   * mail.
   */
  List<Write> writes(Account account, Registration registration) {
    String userId = registration.userId();
    List<Write> writes = new ArrayList<>();
    writes.add(accounts.create(account));
    writes.add(
        memberships.create(
            Member.owner(
                userId,
                account.accountId(),
                account.name(),
                account.contact().fullName(),
                account.email(),
                account.language()),
            account.createdAt()));
    writes.add(accounts.handle(account, userId));
    if (account.listed() && directory.shown()) {
      NameKey.find(account.name(), city.accounts().legalForms())
          .ifPresent(name -> writes.addAll(directory.listing(name, account.handle())));
    }
    List<FileRecord> attached =
        registration.files().stream().filter(file -> file.state() == State.READY).toList();
    Company company = registration.company();
    writes.addAll(
        licenses.writes(account, company == null ? Map.of() : company.license(), attached, userId));
    writes.add(
        outbox.write(
            account.accountId(),
            new Notice(
                Mail.WELCOME,
                userId,
                Map.of(
                    "name", account.name(),
                    "number", account.number(),
                    "portal", portalUrl))));
    return writes;
  }
}
