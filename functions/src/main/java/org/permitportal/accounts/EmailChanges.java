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
 * Stores a user's change of address while it can still be undone, in {@code USER#id /
 * EMAIL_CHANGE}. Only one change can be open at a time. Until its end, {@code EMAIL#old} stays as a
 * reservation ({@code reservedUntil}): nobody can sign in by the old address, and no other user can
 * take it. The table's TTL removes both items afterwards.
 */
@Singleton
public class EmailChanges {
  /** How long a change can be undone from the old address. */
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
   * @param until when it can no longer be undone
   */
  public record Change(String from, String to, Instant until) {}

  static boolean isReserved(Item email) {
    return email.optionalText(RESERVED) != null;
  }

  /** Returns the table, for the codes and links that belong to a change. */
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

  /** Finds who has this address, so that the user can't have it; one read. */
  public Optional<String> holder(Email email, String userId) {
    return table
        .get(emailPk(email.value()), "EMAIL")
        .filter(item -> !(isReserved(item) && item.text("userId").equals(userId)))
        .map(item -> item.text("userId"));
  }

  /**
   * Returns the writes that change the address. The first write's condition fails when another user
   * has the address by now. The others' fail when the user's own address has changed, or an earlier
   * change can still be undone.
   *
   * @param until when the change can no longer be undone
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
   * Updates the address that the account shows, if it is this member's: the account shows its
   * principal's address, so other members have nothing to update.
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
