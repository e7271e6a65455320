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

/**
 * Stores licenses as {@code ACCOUNT#id / LICENSE#id}, in the same partition as the account's
 * profile and documents.
 */
@Singleton
class LicenseStore {
  private final Table table;

  LicenseStore(Tables tables) {
    this.table = tables.primed("accounts");
  }

  /** Reads an account with all its licenses and documents by one strongly consistent query. */
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
                            Comparator.comparing((AccountDocument d) -> d.file().addedAt())
                                .thenComparing(d -> d.file().id()))
                        .toList()));
  }

  /** Reads the account of a member with its licenses and documents. The account must exist. */
  AccountRecord ofMember(String accountId) {
    return load(accountId)
        .orElseThrow(() -> new IllegalStateException("A membership without its account"));
  }

  /**
   * Returns one page of the licenses that wait for staff, the longest wait first. This reads an
   * index, so changes of the last moments may be missing.
   */
  Page<License> waiting(int limit, @Nullable String cursor) {
    return table
        .query("byQueue", "queue", "queueSort", License.QUEUE)
        .page(limit, cursor)
        .map(License::from);
  }

  /**
   * Returns an update of the item that counts an account's licenses. The caller adds the change.
   */
  Write counter(String accountId) {
    return table.update(AccountRecord.pk(accountId), "PLACES#LICENSES");
  }

  /**
   * Returns the write that stores a new license. Its condition fails when a license with this id
   * exists.
   */
  Write first(License license) {
    return table.put(license.item()).whenAbsent();
  }

  /**
   * Returns the write that stores a changed license. Its condition fails when the stored license
   * has changed since it was read.
   */
  Write next(License license) {
    return table.put(license.item()).when("#version = :read", "read", license.version() - 1);
  }

  /**
   * Returns the write that stores a decision of staff. It changes the day of the next reminder only
   * if the decision is a rejection or replaces one. Its condition fails when the license has
   * changed since it was read.
   */
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

  /**
   * Returns the write that sets the day of the next reminder. Its condition fails when the license
   * or its day has changed since it was read.
   */
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

  /** Returns the write that removes a license from the staff queue and the reminder agenda. */
  Write retired(License license) {
    return reminding(
        update(license).whenPresent().remove("queue").remove("queueSort"), license.id(), null);
  }

  /**
   * Returns the write that removes a license. Its condition fails when the license has changed
   * since it was read.
   */
  Write removed(License license) {
    return table
        .delete(AccountRecord.pk(license.accountId()), License.SORT + license.id())
        .when("#version = :read", "read", license.version());
  }

  /** Returns a check, for a transaction, that the license exists. */
  Write there(String accountId, String licenseId) {
    return table.check(AccountRecord.pk(accountId), License.SORT + licenseId).whenPresent();
  }

  /** Returns a check, for a transaction, that staff have not verified the license. */
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
