package org.permitportal.accounts;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Caller.StaffMember;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outage;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/**
 * Suspends and reinstates accounts. All memberships of the account change too, because a request
 * checks only the caller's membership. The account and its memberships change in one transaction,
 * or in several when the account has more than 45 members to change. If a call stops between two
 * transactions, repeat the call to finish the change.
 */
@Singleton
public class AccountSuspension {
  /**
   * The most members that change in one transaction. Each member needs two writes: the membership
   * and the mail. A transaction holds at most 100 writes.
   */
  private static final int AT_ONCE = 45;

  private static final int TRIES = 4;
  private final AccountStore accounts;
  private final MembershipStore memberships;
  private final Outbox outbox;
  private final Clock clock;

  AccountSuspension(
      AccountStore accounts, MembershipStore memberships, Outbox outbox, Clock clock) {
    this.accounts = accounts;
    this.memberships = memberships;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The account's status after the change. */
  @Serdeable
  public record Standing(String accountId, String name, Account.Status status) {}

  /**
   * Suspends an account: from now on no member can act for it. A repeated call changes nothing.
   *
   * @param reason the reason, which is mailed to every member
   * @throws Problem 404 when there is no such account; 409 when it is closed
   */
  public Standing suspend(StaffMember staff, String accountId, String reason) {
    return move(staff, accountId, reason, Account.Status.SUSPENDED);
  }

  /**
   * Ends an account's suspension. A repeated call changes nothing.
   *
   * @param reason the reason, which is mailed to every member
   * @throws Problem 404 when there is no such account; 409 when it is closed
   */
  public Standing reinstate(StaffMember staff, String accountId, String reason) {
    return move(staff, accountId, reason, Account.Status.ACTIVE);
  }

  private Standing move(StaffMember staff, String accountId, String reason, Account.Status to) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Account account = accounts.find(accountId).orElseThrow(Problem::notFound);
      if (account.status() == Account.Status.CLOSED) {
        throw Problem.of(AccountProblem.ACCOUNT_CLOSED);
      }
      if (moved(account, staff, reason, to)) {
        return new Standing(accountId, account.name(), to);
      }
    }
    throw Outage.problem();
  }

  /**
   * Changes the account and its members. Returns false when the account or a member was changed in
   * the meantime.
   */
  private boolean moved(Account account, StaffMember staff, String reason, Account.Status to) {
    Write first = account.status() == to ? null : profile(account, staff, reason, to);
    Member.Status from =
        to == Account.Status.SUSPENDED ? Member.Status.ACTIVE : Member.Status.SUSPENDED;
    List<Member> left =
        memberships.members(account.accountId()).stream()
            .filter(member -> member.status() == from)
            .toList();
    for (int at = 0; at < left.size() || first != null; at += AT_ONCE) {
      List<Write> writes = new ArrayList<>();
      for (Member member : left.subList(at, Math.min(left.size(), at + AT_ONCE))) {
        writes.add(
            to == Account.Status.SUSPENDED
                ? memberships.suspend(member.userId(), clock.instant())
                : memberships.reinstate(member.userId()));
        writes.add(outbox.write(notice(account, member, reason, to)));
      }
      if (!ran(first, writes)) {
        return false;
      }
      first = null;
    }
    return true;
  }

  private static boolean ran(@Nullable Write first, List<Write> writes) {
    Transaction transaction = new Transaction();
    if (first != null) {
      transaction.with(first);
    }
    return transaction.with(writes).run().isEmpty();
  }

  private Write profile(Account account, StaffMember staff, String reason, Account.Status to) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return to == Account.Status.SUSPENDED
        ? accounts.suspended(account, reason, staff.userId(), now)
        : accounts.reinstated(account, reason, staff.userId(), now);
  }

  private static Notice notice(Account account, Member member, String reason, Account.Status to) {
    Map<String, String> values = Map.of("name", account.name(), "answer", reason);
    return new Notice(
        to == Account.Status.SUSPENDED ? Mail.ACCOUNT_SUSPENDED : Mail.ACCOUNT_REINSTATED,
        member.userId(),
        values);
  }
}
