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
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Transaction;

/**
 * Mails reminders of licenses that will expire. Each license stores the day of its next reminder.
 * One transaction writes the reminder and sets the next day. So each reminder is sent once, even if
 * a run is repeated or late. If the runs missed several reminders of a license, only one is sent.
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

  /** Puts all reminders that are due into the outbox. Returns the number of reminders. */
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
    // The transaction fails when the license was changed, or another run sent the reminder, in the
    // meantime.
    return reminder.run().isEmpty() && told;
  }

  /**
   * Returns whether to send a reminder. There is none for an expired license, for a license that
   * another license supersedes, or for an account that is not active.
   */
  private static boolean wanted(AccountRecord file, License license, LocalDate today) {
    LocalDate last = license.facts().lastDay();
    return last != null
        && !last.isBefore(today)
        && file.account().status() == Account.Status.ACTIVE
        && file.licenses().stream().noneMatch(other -> other.supersedes(license, today));
  }

  private @Nullable LocalDate next(License license, LocalDate today) {
    return License.nextReminder(license.facts(), today, city.licenses().reminderDays());
  }

  private static Notice notice(Account account, License license) {
    Map<String, String> values = new HashMap<>(LicenseNotice.values(license));
    values.put("expiresDay", String.valueOf(license.facts().lastDay()));
    return new Notice(Mail.LICENSE_EXPIRING, account.accountId(), values);
  }
}
