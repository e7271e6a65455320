package org.permitportal.licenses;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Account;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.IndependentTasks;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Transaction;

/**
 * Reminds of licenses that expire. A license says on which day it is due next; a reminder and the
 * next day are one transaction, so a run that is repeated, late or missed sends each once, and of
 * several days that were missed only one mail.
 */
@Singleton
public class LicenseReminders {
  private final LicenseStore licenses;
  private final DueItems dueItems;
  private final Outbox outbox;
  private final City city;

  LicenseReminders(LicenseStore licenses, DueItems dueItems, Outbox outbox, City city) {
    this.licenses = licenses;
    this.dueItems = dueItems;
    this.outbox = outbox;
    this.city = city;
  }

  /** Reminds of all that are due today; how many mails that makes. */
  public int run() {
    return IndependentTasks.of(dueItems.due(License.AGENDA), this::remind);
  }

  private boolean remind(DueItems.Due due) {
    AccountRecord file = licenses.load(due.accountId()).orElse(null);
    License license = file == null ? null : file.license(due.id()).orElse(null);
    LocalDate today = dueItems.today();
    if (file == null
        || license == null
        || license.remindOn() == null
        || license.remindOn().isAfter(today)) {
      return false;
    }
    Transaction reminder = new Transaction().with(licenses.reminded(license, next(license, today)));
    boolean told = wanted(file, license, today);
    if (told) {
      reminder.with(
          outbox.write(
              Ids.derived(license.id(), "remindLicenses", license.remindOn().toString()),
              notice(file.account(), license)));
    }
    // Refused: it was changed meanwhile, or another run was first.
    return reminder.run().isEmpty() && told;
  }

  /** Not of what has expired, was renewed by another one, or belongs to a suspended account. */
  private static boolean wanted(AccountRecord file, License license, LocalDate today) {
    LocalDate last = license.facts().lastDay();
    return last != null
        && !last.isBefore(today)
        && file.account().status() == Account.Status.ACTIVE
        && file.licenses().stream().noneMatch(other -> other.supersedes(license, today));
  }

  private @Nullable LocalDate next(License license, LocalDate today) {
    return License.nextReminder(license.facts(), today, city.licenseReminderDays());
  }

  private static Notice notice(Account account, License license) {
    Map<String, String> values = new HashMap<>(LicenseNotice.values(license));
    values.put("expiresDay", String.valueOf(license.facts().lastDay()));
    return new Notice(
        "license-expiring", Notice.To.ACCOUNT, account.accountId(), account.language(), values);
  }
}
