package org.permitportal.licenses;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.AccountStore;
import org.permitportal.platform.Item;
import org.permitportal.platform.Page;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/** Licenses: {@code ACCOUNT#id / LICENSE#id}, beside the account's profile and documents. */
@Singleton
class LicenseStore {
  private final Table table;

  LicenseStore(Tables tables) {
    this.table = tables.primed("accounts");
  }

  /** An account with all its licenses and documents; one strongly consistent query. */
  Optional<AccountRecord> load(String accountId) {
    List<Item> items = table.query(AccountRecord.pk(accountId)).all();
    return items.stream()
        .filter(item -> item.sk().equals(AccountStore.PROFILE))
        .findFirst()
        .map(
            profile ->
                new AccountRecord(
                    AccountStore.account(profile),
                    items.stream()
                        .filter(item -> item.sk().startsWith(License.SORT))
                        .map(License::from)
                        .sorted(Comparator.comparing(License::addedAt).thenComparing(License::id))
                        .toList(),
                    items.stream()
                        .filter(item -> item.sk().startsWith(AccountDocument.SORT))
                        .map(AccountDocument::from)
                        .sorted(
                            Comparator.comparing(AccountDocument::addedAt)
                                .thenComparing(AccountDocument::id))
                        .toList()));
  }

  /** An account that is known to be there. */
  AccountRecord ofMember(String accountId) {
    return load(accountId)
        .orElseThrow(() -> new IllegalStateException("A membership without its account"));
  }

  /** Those that staff have to look at, the one that waits longest first; by index. */
  Page<License> waiting(int limit, @Nullable String cursor) {
    return table
        .query("byQueue", "queue", "queueSort", License.QUEUE)
        .page(limit, cursor)
        .map(License::from);
  }

  /** An update of the count of an account's licenses. */
  Write counter(String accountId) {
    return table.update(AccountRecord.pk(accountId), "PLACES#LICENSES");
  }

  /** The write of one where there was none. */
  Write first(License license) {
    return table.put(license.item()).whenAbsent();
  }

  /** The write of one that its holder changed. */
  Write next(License license) {
    return table.put(license.item()).when("#version = :read", "read", license.version() - 1);
  }

  /** The write of a decision; the day of the next reminder changes only where it must. */
  Write decided(License before, License decided) {
    Write write =
        update(before)
            .when("#version = :read", "read", before.version())
            .set("verdict", decided.verdict())
            .set("reason", decided.reason())
            .set("decidedBy", decided.decidedBy())
            .set("decidedAt", decided.decidedAt())
            .set("version", decided.version())
            .remove("queue")
            .remove("queueSort");
    boolean kept = before.verdict() != Verdict.REJECTED && decided.verdict() != Verdict.REJECTED;
    return kept ? write : reminding(write, before.id(), decided.remindOn());
  }

  /** The write that says when to remind next, as long as nobody said so or changed it meanwhile. */
  Write reminded(License license, @Nullable LocalDate next) {
    Write write =
        update(license)
            .when(
                "#version = :read AND #remindOn = :day",
                "read",
                license.version(),
                "day",
                String.valueOf(license.remindOn()));
    return reminding(write, license.id(), next);
  }

  /** The write that takes one from the lists of those to look at and to remind of. */
  Write retired(License license) {
    return reminding(
        update(license).whenPresent().remove("queue").remove("queueSort"), license.id(), null);
  }

  /** The write that removes one, as long as it is as it was read. */
  Write removed(License license) {
    return table
        .delete(AccountRecord.pk(license.accountId()), License.SORT + license.id())
        .when("#version = :read", "read", license.version());
  }

  /** Holds as long as there is one of this id. */
  Write there(String accountId, String licenseId) {
    return table.check(AccountRecord.pk(accountId), License.SORT + licenseId).whenPresent();
  }

  /** Holds as long as staff have not verified it. */
  Write notVerified(String accountId, String licenseId) {
    return table
        .check(AccountRecord.pk(accountId), License.SORT + licenseId)
        .when("attribute_not_exists(#pk) OR #verdict <> :verified", "verified", Verdict.VERIFIED);
  }

  private Write update(License license) {
    return table.update(AccountRecord.pk(license.accountId()), License.SORT + license.id());
  }

  private static Write reminding(Write write, String id, @Nullable LocalDate next) {
    return next == null
        ? write.remove("remindOn").remove("agenda").remove("agendaSort")
        : write
            .set("remindOn", next.toString())
            .set("agenda", License.AGENDA)
            .set("agendaSort", DueItems.sort(next, id));
  }
}
