package org.permitportal.licences;

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
 * Reminds of licences that expire. A licence says on which day it is due next; a reminder and the
 * next day are one transaction, so a run that is repeated, late or missed sends each once, and of
 * several days that were missed only one mail.
 */
@Singleton
public class LicenceReminders {
  private final LicenceStore licences;
  private final DueItems dueItems;
  private final Outbox outbox;
  private final City city;

  LicenceReminders(LicenceStore licences, DueItems dueItems, Outbox outbox, City city) {
    this.licences = licences;
    this.dueItems = dueItems;
    this.outbox = outbox;
    this.city = city;
  }

  /** Reminds of all that are due today; how many mails that makes. */
  public int run() {
    return IndependentTasks.of(dueItems.due(Licence.AGENDA), this::remind);
  }

  private boolean remind(DueItems.Due due) {
    AccountRecord file = licences.load(due.accountId()).orElse(null);
    Licence licence = file == null ? null : file.licence(due.id()).orElse(null);
    LocalDate today = dueItems.today();
    if (file == null
        || licence == null
        || licence.remindOn() == null
        || licence.remindOn().isAfter(today)) {
      return false;
    }
    Transaction reminder = new Transaction().with(licences.reminded(licence, next(licence, today)));
    boolean told = wanted(file, licence, today);
    if (told) {
      reminder.with(
          outbox.write(
              Ids.derived(licence.id(), "remindLicences", licence.remindOn().toString()),
              notice(file.account(), licence)));
    }
    // Refused: it was changed meanwhile, or another run was first.
    return reminder.run().isEmpty() && told;
  }

  /** Not of what has expired, was renewed by another one, or belongs to a suspended account. */
  private static boolean wanted(AccountRecord file, Licence licence, LocalDate today) {
    LocalDate last = licence.facts().lastDay();
    return last != null
        && !last.isBefore(today)
        && file.account().status() == Account.Status.ACTIVE
        && file.licences().stream().noneMatch(other -> other.supersedes(licence, today));
  }

  private @Nullable LocalDate next(Licence licence, LocalDate today) {
    return Licence.nextReminder(licence.facts(), today, city.licenceReminderDays());
  }

  private static Notice notice(Account account, Licence licence) {
    Map<String, String> values = new HashMap<>(LicenceNotice.values(licence));
    values.put("expiresDay", String.valueOf(licence.facts().lastDay()));
    return new Notice(
        "licence-expiring", Notice.To.ACCOUNT, account.accountId(), account.language(), values);
  }
}
