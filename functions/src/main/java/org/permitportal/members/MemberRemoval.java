package org.permitportal.members;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.permitportal.accounts.AccountStore;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.RequestProblem;
import org.permitportal.platform.Table;
import org.permitportal.users.UserPool;

/**
 * How a member leaves: first the membership and the address in one transaction, which counts at
 * once, then what the member has invited and the user in the pool, with whom the sessions end.
 */
@Singleton
class MemberRemoval {
  private final MembershipStore memberships;
  private final AccountStore accounts;
  private final InvitationStore invitations;
  private final PendingCleanup pendingCleanup;
  private final UserPool pool;
  private final Outbox outbox;
  private final Clock clock;
  private final String portalUrl;

  MemberRemoval(
      MembershipStore memberships,
      AccountStore accounts,
      InvitationStore invitations,
      PendingCleanup pendingCleanup,
      UserPool pool,
      Outbox outbox,
      Clock clock,
      @Value("${portal.url}") String portalUrl) {
    this.memberships = memberships;
    this.accounts = accounts;
    this.invitations = invitations;
    this.pendingCleanup = pendingCleanup;
    this.pool = pool;
    this.outbox = outbox;
    this.clock = clock;
    this.portalUrl = portalUrl;
  }

  /** The writes of it. */
  GuardedTransaction with(GuardedTransaction writes, Member member, Why why) {
    Instant now = clock.instant();
    return writes
        .with(memberships.remove(member, now), RequestProblem.NOT_FOUND)
        .with(accounts.release(member.email(), member.userId()), RequestProblem.NOT_FOUND)
        .with(pendingCleanup.note(PendingCleanup.Kind.USER, member.userId(), now))
        .with(outbox.write(notice(member, why)));
  }

  /** Why somebody leaves, which the mail tells. */
  enum Why {
    REMOVED,
    CLOSED
  }

  /** What follows; can be repeated. */
  void finish(Member member) {
    invitations.open(member.accountId(), clock.instant()).stream()
        .filter(invitation -> invitation.invitedById().equals(member.userId()))
        .forEach(invitations::withdraw);
    pool.delete(member.userId());
    Table.run(pendingCleanup.done(PendingCleanup.Kind.USER, member.userId()));
  }

  private Notice notice(Member member, Why why) {
    Map<String, String> values = Map.of("company", member.accountName(), "portal", portalUrl);
    return switch (why) {
      case REMOVED ->
          new Notice(
              "member-removed", Notice.To.FORMER_USER, member.userId(), member.language(), values);
      case CLOSED ->
          new Notice(
              "account-closed", Notice.To.FORMER_USER, member.userId(), member.language(), values);
    };
  }
}
