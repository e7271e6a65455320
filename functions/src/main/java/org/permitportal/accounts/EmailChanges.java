package org.permitportal.accounts;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;
import org.permitportal.users.Email;

/**
 * Stores a user's change of e-mail address in {@code USER#id / EMAIL_CHANGE} while the user can
 * still undo it. A user has at most one such change at a time. Meanwhile {@code EMAIL#old} remains
 * and reserves the old address ({@code reservedUntil}): nobody can sign in by the old address, and
 * no other user can take it. Later, the table's TTL removes both items.
 */
@Singleton
public class EmailChanges {
  /** The time during which the old address can be used to undo a change. */
  public static final Duration UNDO = Duration.ofDays(7);

  private static final String SORT = "EMAIL_CHANGE";
  private static final String RESERVED = "reservedUntil";
  private static final Duration KEPT = Duration.ofDays(1);
  private final Table table;
  private final AccountStore accounts;
  private final MembershipStore memberships;
  private final Clock clock;

  public EmailChanges(
      Tables tables, AccountStore accounts, MembershipStore memberships, Clock clock) {
    this.table = tables.named("accounts");
    this.accounts = accounts;
    this.memberships = memberships;
    this.clock = clock;
  }

  /**
   * A change that can still be undone.
   *
   * @param until the time from which the change can no longer be undone
   */
  public record Change(String from, String to, Instant until) {}

  static boolean isReserved(Item email) {
    return email.optionalText(RESERVED) != null;
  }

  /** Returns the accounts table, which also stores the codes and links of a change. */
  public Table table() {
    return table;
  }

  /** Returns the partition key of a user's items in the table. */
  public static String pk(String userId) {
    return "USER#" + userId;
  }

  /** Finds the user's change that can still be undone; one read. */
  public Optional<Change> open(String userId) {
    return table
        .get(pk(userId), SORT)
        .map(item -> new Change(item.text("from"), item.text("to"), item.instant("until")))
        .filter(change -> change.until().isAfter(clock.instant()));
  }

  /**
   * Finds the id of the user who has this address; one read. It ignores the reserved former address
   * of {@code userId}, because that user may take the address back.
   */
  public Optional<String> holder(Email email, String userId) {
    return table
        .get(emailPk(email.value()), "EMAIL")
        .filter(item -> !(isReserved(item) && item.text("userId").equals(userId)))
        .map(item -> item.text("userId"));
  }

  /**
   * Returns the writes that change the user's address. The first write's condition fails when
   * another user has the new address. The conditions of the other writes fail when the user's
   * present address has changed, or when an earlier change can still be undone.
   *
   * @param until the time from which the change can no longer be undone
   */
  public List<Write> make(Member member, Email to, Instant until) {
    long ttl = until.plus(KEPT).getEpochSecond();
    List<Write> writes = new ArrayList<>();
    writes.add(
        table
            .put(
                Item.of(emailPk(to.value()), "EMAIL")
                    .with("userId", member.userId())
                    .with("accountId", member.accountId()))
            .when(
                "attribute_not_exists(#pk) OR (#userId = :me AND attribute_exists(#reservedUntil))",
                "me",
                member.userId()));
    writes.add(own(member.email(), member.userId()).set(RESERVED, until).set("ttl", ttl));
    writes.add(
        table
            .put(
                Item.of(pk(member.userId()), SORT)
                    .with("from", member.email())
                    .with("to", to.value())
                    .with("until", until)
                    .with("ttl", ttl))
            .when("attribute_not_exists(#pk) OR #until <= :now", "now", clock.instant()));
    writes.add(memberships.readdress(member.userId(), member.email(), to.value(), clock.instant()));
    profile(member, member.email(), to.value()).ifPresent(writes::add);
    return writes;
  }

  /** Returns the writes that undo the change and end every session of the user. */
  public List<Write> undo(Member member, Change change) {
    List<Write> writes = new ArrayList<>();
    writes.add(table.delete(pk(member.userId()), SORT).when("#to = :to", "to", change.to()));
    writes.add(
        table.delete(emailPk(change.to()), "EMAIL").when("#userId = :me", "me", member.userId()));
    writes.add(own(change.from(), member.userId()).remove(RESERVED).remove("ttl"));
    Instant now = clock.instant();
    Write back =
        memberships
            .endSessions(member.userId(), now, null)
            .when("#email = :to", "to", change.to())
            .set("email", change.from());
    writes.add(MailObstacleStore.proven(back, now));
    profile(member, change.to(), change.from()).ifPresent(writes::add);
    for (Item code : table.query(pk(member.userId())).startingWith("CODE#").all()) {
      writes.add(table.delete(code.pk(), code.sk()));
    }
    return writes;
  }

  private Write own(String address, String userId) {
    return table.update(emailPk(address), "EMAIL").when("#userId = :me", "me", userId);
  }

  /**
   * Returns the write that changes the account's address too, if it is the same as the member's. An
   * account has the address of its principal, so for other members the result is empty.
   */
  private Optional<Write> profile(Member member, String from, String to) {
    return accounts
        .find(member.accountId())
        .filter(account -> account.email().equals(from))
        .map(account -> accounts.readdress(account.accountId(), from, to));
  }

  private static String emailPk(String address) {
    return "EMAIL#" + address;
  }
}
