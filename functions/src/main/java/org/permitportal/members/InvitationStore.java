package org.permitportal.members;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.permitportal.accounts.Member;
import org.permitportal.members.Invitation.State;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/** Stores invitations: {@code ACCOUNT#id / INVITATION#id} in the accounts table. */
@Singleton
class InvitationStore {
  private static final String MAILED = "mailed";
  private static final String ROUND = "INVITATION";

  /** Longer than the function runs, so two acceptors never work on one invitation. */
  private static final Duration HOLD = Duration.ofSeconds(25);

  private final Table table;

  InvitationStore(Tables tables) {
    this.table = tables.named("accounts");
  }

  /** Returns the table. It also stores the links to invitations. */
  Table table() {
    return table;
  }

  Optional<Invitation> find(String accountId, String id) {
    return item(accountId, id).map(Invitation::from);
  }

  /** Returns whether the invitation's mail was sent. */
  boolean mailed(Invitation invitation) {
    return item(invitation.accountId(), invitation.id())
        .map(item -> item.flag(MAILED))
        .orElse(false);
  }

  /**
   * Returns an account's open invitations, the oldest first. Takes one strongly consistent query.
   *
   * @param members the account's members; an invitation is open only while {@link Member#invites}
   *     holds for the owner who sent it
   */
  List<Invitation> open(String accountId, List<Member> members, Instant now) {
    return table.query(Invitation.pk(accountId)).startingWith(Invitation.SORT).all().stream()
        .map(Invitation::from)
        .filter(invitation -> invitation.open(members, now))
        .sorted(Comparator.comparing(Invitation::invitedAt).thenComparing(Invitation::id))
        .toList();
  }

  /**
   * Returns an account's open invitations, and the number of invitations written so far (the
   * round). While the round is the same, no other invitation was written.
   */
  Counted counted(String accountId, List<Member> members, Instant now) {
    // Items come in key order, so the round is read before the invitations that it covers.
    List<Item> items = table.query(Invitation.pk(accountId)).startingWith(ROUND).all();
    long round =
        items.stream().filter(i -> i.sk().equals(ROUND)).mapToLong(i -> i.number("n")).sum();
    return new Counted(
        items.stream()
            .filter(item -> !item.sk().equals(ROUND))
            .map(Invitation::from)
            .filter(invitation -> invitation.open(members, now))
            .toList(),
        round);
  }

  /** Open invitations and the round at the time of reading; see {@link #counted}. */
  record Counted(List<Invitation> open, long round) {}

  /** The result of writing a new invitation. */
  enum Placed {
    WRITTEN,
    /** An invitation with this id exists. */
    THERE_BEFORE,
    /** Another invitation was written first, so the count of open invitations is outdated. */
    OUTRUN,
    /** The person who invites may not do so any more. */
    NOT_ALLOWED
  }

  /**
   * Writes a new invitation and increases the round by 1.
   *
   * @param round the round at which the open invitations were counted
   * @param inviting a check that the person who invites may do so
   */
  Placed create(Invitation invitation, long round, Write inviting) {
    Write put = table.put(invitation.item()).whenAbsent();
    Write next = table.update(Invitation.pk(invitation.accountId()), ROUND).add("n", 1);
    List<Write> refused =
        new Transaction()
            .with(put)
            .with(inviting)
            .with(
                round == 0
                    ? next.when("attribute_not_exists(#n)")
                    : next.when("#n = :n", "n", round))
            .run();
    if (refused.isEmpty()) {
      return Placed.WRITTEN;
    }
    if (refused.contains(inviting)) {
      return Placed.NOT_ALLOWED;
    }
    return refused.contains(put) ? Placed.THERE_BEFORE : Placed.OUTRUN;
  }

  /** Records that the invitation's mail was sent. */
  void mailSent(Invitation invitation) {
    Table.run(update(invitation).whenPresent().set(MAILED, true));
  }

  /** Deletes an invitation whose mail was not sent. */
  void forget(Invitation invitation) {
    Table.run(
        table.delete(Invitation.pk(invitation.accountId()), Invitation.SORT + invitation.id()));
  }

  /** Withdraws an invitation; returns false when it is no longer open. */
  boolean withdraw(Invitation invitation) {
    return Table.run(
        update(invitation)
            .when("#state = :open", "open", State.OPEN)
            .set("state", State.WITHDRAWN));
  }

  /**
   * Returns the write that holds an open invitation for one acceptor, so that of several who accept
   * at once only one gets a login. Its condition fails when the invitation is no longer open, or
   * when another acceptor holds it.
   */
  Write hold(Invitation invitation, String acceptor, Instant now) {
    return open(invitation, now)
        .when(
            "attribute_not_exists(#acceptor) OR #acceptor = :acceptor OR #heldUntil < :now",
            "acceptor",
            acceptor)
        .set("acceptor", acceptor)
        .set("heldUntil", now.plus(HOLD));
  }

  /**
   * Returns the write that marks an invitation as accepted. Its condition fails when the invitation
   * is no longer open, or when another acceptor holds it.
   */
  Write accept(Invitation invitation, String acceptor, Instant now) {
    return open(invitation, now)
        .when("#acceptor = :acceptor", "acceptor", acceptor)
        .set("state", State.ACCEPTED);
  }

  private Write open(Invitation invitation, Instant now) {
    return update(invitation)
        .when("#state = :open AND #expiresAt > :now", "open", State.OPEN, "now", now);
  }

  private Optional<Item> item(String accountId, String id) {
    return table.get(Invitation.pk(accountId), Invitation.SORT + id);
  }

  private Write update(Invitation invitation) {
    return table.update(Invitation.pk(invitation.accountId()), Invitation.SORT + invitation.id());
  }
}
