package org.permitportal.members;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.permitportal.accounts.AccountStore;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.RequestProblem;
import org.permitportal.platform.Table;
import org.permitportal.users.UserPool;

/**
 * Removes a member. First one transaction ends the membership and frees the e-mail address. The
 * member is locked out at once, and invitations that the member sent are void. Then the user is
 * deleted from the pool, which also ends the user's sessions.
 */
@Singleton
class MemberRemoval {
  private final MembershipStore memberships;
  private final AccountStore accounts;
  private final PendingCleanup pendingCleanup;
  private final UserPool pool;
  private final Outbox outbox;
  private final Clock clock;
  private final String portalUrl;

  MemberRemoval(
      MembershipStore memberships,
      AccountStore accounts,
      PendingCleanup pendingCleanup,
      UserPool pool,
      Outbox outbox,
      Clock clock,
      @Value("${portal.url}") String portalUrl) {
    this.memberships = memberships;
    this.accounts = accounts;
    this.pendingCleanup = pendingCleanup;
    this.pool = pool;
    this.outbox = outbox;
    this.clock = clock;
    this.portalUrl = portalUrl;
  }

  /**
   * Adds the writes that remove a member to the given transaction, and returns this transaction.
   */
  GuardedTransaction with(GuardedTransaction writes, Member member, Why why) {
    Instant now = clock.instant();
    return writes
        .with(memberships.remove(member, now), RequestProblem.NOT_FOUND)
        .with(accounts.release(member.email(), member.userId()), RequestProblem.NOT_FOUND)
        .with(pendingCleanup.note(PendingCleanup.Kind.USER, member.userId(), now))
        .with(outbox.write(notice(member, why)));
  }

  /** The reasons for a removal. The reason decides which mail the member gets. */
  enum Why {
    REMOVED,
    CLOSED
  }

  /** Deletes the user from the pool. Can be repeated. */
  void finish(Member member) {
    pool.delete(member.userId());
    Table.run(pendingCleanup.done(PendingCleanup.Kind.USER, member.userId()));
  }

  private Notice notice(Member member, Why why) {
    Map<String, String> values = Map.of("company", member.accountName(), "portal", portalUrl);
    Mail mail =
        switch (why) {
          case REMOVED -> Mail.MEMBER_REMOVED;
          case CLOSED -> Mail.ACCOUNT_CLOSED;
        };
    return new Notice(mail, member.userId(), values);
  }
}
