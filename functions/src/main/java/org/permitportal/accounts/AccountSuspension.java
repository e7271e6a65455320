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
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outage;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/**
 * Suspends accounts and ends that. What a member may do is read from the membership at each
 * request, so all memberships change: with the account itself in one transaction, or in several
 * where there are very many. A run that broke off between those is finished by the same call again.
 */
@Singleton
public class AccountSuspension {
  /** Each with its mail; a transaction holds at most a hundred writes. */
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

  /** How an account stands now. */
  @Serdeable
  public record Standing(String accountId, String name, Account.Status status) {}

  /**
   * Suspends: no member can do anything from now on. Repeated, it changes nothing more.
   *
   * @param reason mailed to every member
   * @throws Problem 404; 409 when the account is closed
   */
  public Standing suspend(StaffMember staff, String accountId, String reason) {
    return move(staff, accountId, reason, Account.Status.SUSPENDED);
  }

  /**
   * Ends a suspension. Repeated, it changes nothing more.
   *
   * @param reason mailed to every member
   * @throws Problem 404; 409 when the account is closed
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

  /** Whether it is done; not when something was changed meanwhile. */
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

  /**
   * To each by their id: whoever is suspended is no active member, whom an account's mail goes to.
   */
  private static Notice notice(Account account, Member member, String reason, Account.Status to) {
    Map<String, String> values = Map.of("name", account.name(), "answer", reason);
    return to == Account.Status.SUSPENDED
        ? new Notice(
            "account-suspended", Notice.To.USER, member.userId(), member.language(), values)
        : new Notice(
            "account-reinstated", Notice.To.USER, member.userId(), member.language(), values);
  }
}
