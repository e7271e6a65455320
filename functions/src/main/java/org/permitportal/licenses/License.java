package org.permitportal.licenses;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Account;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Item;

/**
 * An item of an account that staff verify: a license, an insurance, or the holder's identity.
 *
 * @param reason the reason for which staff rejected it, or null
 * @param waitingSince the time since which it waits, or waited, for a decision of staff
 * @param remindOn the day (in the city's time zone) of the holder's next reminder, or null
 * @param accountName the account's name, for the list of staff
 * @param asked a hash of the kind and facts in the first request; it shows whether a later request
 *     repeats the first
 */
public record License(
    String accountId,
    String id,
    LicenseKind kind,
    LicenseFacts facts,
    Verdict verdict,
    @Nullable String reason,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    Instant addedAt,
    Instant waitingSince,
    @Nullable LocalDate remindOn,
    String accountName,
    String accountNumber,
    String asked,
    long version) {

  static final String SORT = "LICENSE#";
  static final String QUEUE = "VERIFY";
  static final String AGENDA = "REMIND";

  /** Returns a new license, which waits for staff. */
  static License added(
      Account account, String id, LicenseKind kind, LicenseFacts facts, Instant now) {
    return new License(
        account.accountId(),
        id,
        kind,
        facts,
        Verdict.UNVERIFIED,
        null,
        null,
        null,
        now,
        now,
        null,
        account.name(),
        account.number(),
        asked(kind, facts),
        1);
  }

  /** Returns the id of an account's IDENTITY item. An account has at most one such item. */
  static String identityOf(String accountId) {
    return Ids.derived(accountId, "identity", "");
  }

  static String asked(LicenseKind kind, LicenseFacts facts) {
    return Ids.hash(kind + "\n" + facts.given());
  }

  /**
   * Returns this license with changed facts. The license is then unverified and waits for staff.
   */
  License edited(LicenseFacts changed, Instant now) {
    return new License(
        accountId,
        id,
        kind,
        changed,
        Verdict.UNVERIFIED,
        null,
        null,
        null,
        addedAt,
        verdict == Verdict.UNVERIFIED ? waitingSince : now,
        null,
        accountName,
        accountNumber,
        asked,
        version + 1);
  }

  License reminding(@Nullable LocalDate day) {
    return new License(
        accountId,
        id,
        kind,
        facts,
        verdict,
        reason,
        decidedBy,
        decidedAt,
        addedAt,
        waitingSince,
        day,
        accountName,
        accountNumber,
        asked,
        version);
  }

  /**
   * Returns this license with a decision of staff.
   *
   * @param next the day of the next reminder, or null
   */
  License decided(
      Verdict said, @Nullable String why, String staffId, Instant now, @Nullable LocalDate next) {
    return new License(
        accountId,
        id,
        kind,
        facts,
        said,
        why,
        staffId,
        now,
        addedAt,
        waitingSince,
        next,
        accountName,
        accountNumber,
        asked,
        version + 1);
  }

  /**
   * Returns whether this staff member already made the same decision on the version {@code seen}.
   */
  boolean repeats(long seen, Verdict said, @Nullable String why, String staffId) {
    return version == seen + 1
        && verdict == said
        && java.util.Objects.equals(reason, why)
        && staffId.equals(decidedBy);
  }

  /**
   * Returns the license's status on the day {@code today}. A verified license is EXPIRING when at
   * most {@code soon} days remain.
   */
  public LicenseStatus status(LocalDate today, int soon) {
    LocalDate last = facts.lastDay();
    if (last != null && last.isBefore(today)) {
      return LicenseStatus.EXPIRED;
    }
    return switch (verdict) {
      case UNVERIFIED -> LicenseStatus.UNVERIFIED;
      case REJECTED -> LicenseStatus.REJECTED;
      case VERIFIED ->
          last != null && !last.isAfter(today.plusDays(soon))
              ? LicenseStatus.EXPIRING
              : LicenseStatus.VERIFIED;
    };
  }

  /** Returns whether the license is verified and its last day is not over. */
  boolean active(LocalDate today) {
    LocalDate last = facts.lastDay();
    return verdict == Verdict.VERIFIED && (last == null || !last.isBefore(today));
  }

  /**
   * Returns whether this license is active and valid for longer than {@code other}, a license of
   * the same kind. The holder then need not renew {@code other}.
   */
  boolean supersedes(License other, LocalDate today) {
    LocalDate mine = facts.lastDay();
    LocalDate theirs = other.facts.lastDay();
    return kind == other.kind
        && !id.equals(other.id)
        && active(today)
        && theirs != null
        && (mine == null || mine.isAfter(theirs));
  }

  /** Returns the first day after today on which a reminder is due, or null when there is none. */
  static @Nullable LocalDate nextReminder(
      LicenseFacts facts, LocalDate today, List<Integer> daysBefore) {
    LocalDate last = facts.lastDay();
    return last == null
        ? null
        : daysBefore.stream()
            .map(last::minusDays)
            .filter(day -> day.isAfter(today))
            .min(LocalDate::compareTo)
            .orElse(null);
  }

  Item item() {
    Item item =
        Item.of(AccountRecord.pk(accountId), SORT + id)
            .with("accountId", accountId)
            .with("licenseId", id)
            .with("kind", kind)
            .with("facts", facts.given())
            .with("verdict", verdict)
            .with("reason", reason)
            .with("decidedBy", decidedBy)
            .with("decidedAt", decidedAt)
            .with("addedAt", addedAt)
            .with("waitingSince", waitingSince)
            .with("accountName", accountName)
            .with("accountNumber", accountNumber)
            .with("asked", asked)
            .with("version", version);
    if (verdict == Verdict.UNVERIFIED) {
      item = item.with("queue", QUEUE).with("queueSort", Item.stamp(waitingSince) + "#" + id);
    }
    if (remindOn != null) {
      item =
          item.with("remindOn", remindOn.toString())
              .with("agenda", AGENDA)
              .with("agendaSort", DueItems.sort(remindOn, id));
    }
    return item;
  }

  static License from(Item item) {
    Map<String, String> facts = item.textMap("facts");
    String remindOn = item.optionalText("remindOn");
    return new License(
        item.text("accountId"),
        item.text("licenseId"),
        item.constant("kind", LicenseKind.class),
        LicenseFacts.from(facts),
        item.constant("verdict", Verdict.class),
        item.optionalText("reason"),
        item.optionalText("decidedBy"),
        item.optionalInstant("decidedAt"),
        item.instant("addedAt"),
        item.instant("waitingSince"),
        remindOn == null ? null : LocalDate.parse(remindOn),
        item.text("accountName"),
        item.text("accountNumber"),
        item.text("asked"),
        item.number("version"));
  }
}
