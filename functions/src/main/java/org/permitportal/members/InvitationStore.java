package org.permitportal.members;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.permitportal.members.Invitation.State;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/** Invitations: {@code ACCOUNT#id / INVITATION#id} in the accounts table. */
@Singleton
class InvitationStore {
  private static final String MAILED = "mailed";
  private static final String ROUND = "INVITATION";
  private final Table table;

  InvitationStore(Tables tables) {
    this.table = tables.named("accounts");
  }

  /** The table, for the links that lead to invitations. */
  Table table() {
    return table;
  }

  Optional<Invitation> find(String accountId, String id) {
    return item(accountId, id).map(Invitation::from);
  }

  /** Whether its mail has gone out. */
  boolean mailed(Invitation invitation) {
    return item(invitation.accountId(), invitation.id())
        .map(item -> item.flag(MAILED))
        .orElse(false);
  }

  /** An account's open ones, the oldest first; one query, strongly consistent. */
  List<Invitation> open(String accountId, Instant now) {
    return table.query(Invitation.pk(accountId)).startingWith(Invitation.SORT).all().stream()
        .map(Invitation::from)
        .filter(invitation -> invitation.open(now))
        .sorted(Comparator.comparing(Invitation::invitedAt).thenComparing(Invitation::id))
        .toList();
  }

  /**
   * The same with the round they were read in: every new invitation begins the next one, so that
   * what was counted still holds when it is written.
   */
  Counted counted(String accountId, Instant now) {
    // In key order: the round is read before what it counts.
    List<Item> items = table.query(Invitation.pk(accountId)).startingWith(ROUND).all();
    long round =
        items.stream().filter(i -> i.sk().equals(ROUND)).mapToLong(i -> i.number("n")).sum();
    return new Counted(
        items.stream()
            .filter(item -> !item.sk().equals(ROUND))
            .map(Invitation::from)
            .filter(invitation -> invitation.open(now))
            .toList(),
        round);
  }

  /** Open invitations and the round. */
  record Counted(List<Invitation> open, long round) {}

  /** What came of writing a new one. */
  enum Placed {
    WRITTEN,
    /** There is one of this id. */
    THERE_BEFORE,
    /** Somebody else's came first: what was counted holds no more. */
    OUTRUN
  }

  /** Writes a new one in the round after. */
  Placed create(Invitation invitation, long round) {
    Write put = table.put(invitation.item()).whenAbsent();
    Write next = table.update(Invitation.pk(invitation.accountId()), ROUND).add("n", 1);
    List<Write> refused =
        new Transaction()
            .with(put)
            .with(
                round == 0
                    ? next.when("attribute_not_exists(#n)")
                    : next.when("#n = :n", "n", round))
            .run();
    return refused.isEmpty()
        ? Placed.WRITTEN
        : refused.contains(put) ? Placed.THERE_BEFORE : Placed.OUTRUN;
  }

  /** Notes that its mail has gone out. */
  void mailSent(Invitation invitation) {
    Table.run(update(invitation).whenPresent().set(MAILED, true));
  }

  /** Forgets one of which nobody was told. */
  void forget(Invitation invitation) {
    Table.run(
        table.delete(Invitation.pk(invitation.accountId()), Invitation.SORT + invitation.id()));
  }

  /** False when it is not open any more. */
  boolean withdraw(Invitation invitation) {
    return Table.run(
        update(invitation)
            .when("#state = :open", "open", State.OPEN)
            .set("state", State.WITHDRAWN));
  }

  /** Uses it up; the condition fails when it is not open any more. */
  Write accept(Invitation invitation, Instant now) {
    return update(invitation)
        .when("#state = :open AND #expiresAt > :now", "open", State.OPEN, "now", now)
        .set("state", State.ACCEPTED);
  }

  private Optional<Item> item(String accountId, String id) {
    return table.get(Invitation.pk(accountId), Invitation.SORT + id);
  }

  private Write update(Invitation invitation) {
    return table.update(Invitation.pk(invitation.accountId()), Invitation.SORT + invitation.id());
  }
}
