package org.permitportal.licenses;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Account;
import org.permitportal.accounts.AccountProblem;
import org.permitportal.files.FileRecord.State;
import org.permitportal.platform.Caller.StaffMember;
import org.permitportal.platform.City;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outage;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Page;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RequestProblem;
import org.permitportal.platform.Transaction;

/** Lets staff review accounts and verify or reject their licenses. */
@Singleton
public class LicenseDecisions {
  private static final int PAGE = 25;
  private static final int LOOKS = 25;
  private static final int TRIES = 4;
  private final LicenseStore licenses;
  private final DocumentStore documents;
  private final LicensesView.Now views;
  private final DueItems dueItems;
  private final Outbox outbox;
  private final City city;
  private final Clock clock;

  LicenseDecisions(
      LicenseStore licenses,
      DocumentStore documents,
      LicensesView.Now views,
      DueItems dueItems,
      Outbox outbox,
      City city,
      Clock clock) {
    this.licenses = licenses;
    this.documents = documents;
    this.views = views;
    this.dueItems = dueItems;
    this.outbox = outbox;
    this.city = city;
    this.clock = clock;
  }

  /** Returns one page of the licenses that wait for staff, the oldest first. */
  public Page<License> waiting(@Nullable String cursor) {
    return licenses.waiting(PAGE, cursor);
  }

  /**
   * Returns an account with all data that staff may see.
   *
   * @throws Problem 404 when there is no such account
   */
  public ReviewedAccount review(String accountId) {
    AccountRecord file = licenses.load(accountId).orElseThrow(Problem::notFound);
    return ReviewedAccount.of(file, views.of(file), documents.looks(accountId, LOOKS));
  }

  /**
   * Verifies or rejects a license and mails the decision. If the same staff member repeats the
   * decision, nothing changes and the result is the same.
   *
   * @param seen the version of the license that the staff member has seen
   * @param why the reason of a rejection, which is mailed; null for a verification
   * @throws Problem 404 when the account or license does not exist; 409 when the account is closed;
   *     412 when the license was changed or decided in the meantime
   */
  public LicenseView decide(
      StaffMember staff,
      String accountId,
      String id,
      long seen,
      Verdict said,
      @Nullable String why) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      AccountRecord file = licenses.load(accountId).orElseThrow(Problem::notFound);
      License before = file.license(id).orElseThrow(Problem::notFound);
      if (before.repeats(seen, said, why, staff.userId())) {
        return views.of(before, file.licenses());
      }
      if (before.version() != seen) {
        throw Problem.of(
            RequestProblem.CHANGED_MEANWHILE,
            Problem.Details.NONE.withCurrentVersion(before.version()));
      }
      if (file.account().status() == Account.Status.CLOSED) {
        throw Problem.of(AccountProblem.ACCOUNT_CLOSED);
      }
      License decided = before.decided(said, why, staff.userId(), now(), next(before, said));
      if (writes(file, before, decided).run().isEmpty()) {
        return views.of(decided, file.licenses());
      }
    }
    throw Outage.problem();
  }

  private Transaction writes(AccountRecord file, License before, License decided) {
    Transaction decision =
        new Transaction()
            .with(licenses.decided(before, decided))
            .with(outbox.write(notice(file, decided)));
    if (decided.kind() == LicenseKind.IDENTITY && decided.verdict() == Verdict.VERIFIED) {
      LocalDate day = dueItems.today().plusDays(city.licenses().idImageRetentionDays());
      file.documents().stream()
          .filter(document -> document.identity() && document.deleteOn() == null)
          .filter(document -> document.file().state() == State.READY)
          .forEach(document -> decision.with(documents.deletedOn(document.file(), day)));
    }
    return decision;
  }

  /**
   * Returns the day of the next reminder after a decision. A rejected license gets no reminder. A
   * license that is verified after a rejection gets a new day. Any other license keeps its day.
   */
  private @Nullable LocalDate next(License before, Verdict said) {
    return said == Verdict.REJECTED
        ? null
        : before.verdict() == Verdict.REJECTED
            ? License.nextReminder(before.facts(), dueItems.today(), city.licenses().reminderDays())
            : before.remindOn();
  }

  private static Notice notice(AccountRecord file, License decided) {
    Map<String, String> values = new HashMap<>(LicenseNotice.values(decided));
    if (decided.reason() != null) {
      values.put("answer", decided.reason());
    }
    return new Notice(
        decided.verdict() == Verdict.VERIFIED ? Mail.LICENSE_VERIFIED : Mail.LICENSE_REJECTED,
        file.account().accountId(),
        values);
  }

  /** Returns the current time in milliseconds, as it is stored. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
