package org.permitportal.members;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Account;
import org.permitportal.accounts.AccountStore;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.Member.Status;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.accounts.Principals;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Mail;
import org.permitportal.platform.MailTexts;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Problem;
import org.permitportal.platform.ProblemCode;
import org.permitportal.platform.RequestProblem;
import org.permitportal.users.Reauthentication;

/**
 * Changes the roles of an account's members, and removes members. Each transaction checks that an
 * owner remains. This owner is the caller or, when callers change or remove themselves, another
 * owner.
 */
@Singleton
public class Members {
  private final MembershipStore memberships;
  private final AccountStore accounts;
  private final Principals principals;
  private final MemberRemoval memberRemoval;
  private final PrincipalClaims claims;
  private final Reauthentication reauthentication;
  private final Outbox outbox;
  private final Clock clock;

  Members(
      MembershipStore memberships,
      AccountStore accounts,
      Principals principals,
      MemberRemoval memberRemoval,
      PrincipalClaims claims,
      Reauthentication reauthentication,
      Outbox outbox,
      Clock clock) {
    this.memberships = memberships;
    this.accounts = accounts;
    this.principals = principals;
    this.memberRemoval = memberRemoval;
    this.claims = claims;
    this.reauthentication = reauthentication;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * The changes to a member. A null value changes nothing.
   *
   * @param principal true to make this member the user who signs in by the company's name
   * @param password the caller's password, required to hand over the company's name, and to make an
   *     owner of somebody or of an owner something else
   */
  public record Change(
      @Nullable MemberRole role, @Nullable Boolean principal, @Nullable String password) {
    @Override
    public String toString() {
      return "Change[" + role + ", " + principal + "]";
    }
  }

  /**
   * Changes a member and returns the changed member.
   *
   * @throws Problem 400 for a missing or wrong password; 403 when the caller is no longer an owner,
   *     or hands over the company's name without signing in by it; 404 when there is no such
   *     member; 409 when no owner would remain, or when the user who signs in by the company's name
   *     would not be an owner; 429 after too many wrong passwords
   */
  public MemberView change(Applicant caller, String memberId, Change change) {
    Account account = account(caller.accountId());
    Member member = member(caller, memberId);
    if (member.status() != Status.ACTIVE) {
      throw Problem.notFound();
    }
    MemberRole role = change.role() == null ? member.role() : change.role();
    boolean handOver = Boolean.TRUE.equals(change.principal());
    if (handOver && role != MemberRole.OWNER) {
      throw Problem.of(MemberProblem.PRINCIPAL_IS_OWNER);
    }
    if (handOver && !principals.of(account).filter(caller.userId()::equals).isPresent()) {
      throw Problem.of(MemberProblem.PRINCIPAL_ONLY);
    }
    boolean owners =
        role != member.role() && (role == MemberRole.OWNER || member.role() == MemberRole.OWNER);
    if (handOver || owners) {
      reauthentication.require(caller, change.password());
    }
    run(
        caller,
        member,
        role == MemberRole.OWNER,
        writes -> {
          writes.with(
              memberships.changeRole(member, role, clock.instant()), RequestProblem.NOT_FOUND);
          if (role != MemberRole.OWNER) {
            writes.with(principals.isNot(account, member.userId()), MemberProblem.PRINCIPAL_STAYS);
          }
          if (handOver) {
            principals
                .handOver(account, caller.userId(), member.userId())
                .forEach(write -> writes.with(write, MemberProblem.PRINCIPAL_ONLY));
            claims.drop(account.accountId()).forEach(writes::with);
          }
          notices(account, member, role, handOver).forEach(n -> writes.with(outbox.write(n)));
        });
    Member changed = memberships.find(memberId).orElseThrow(Problem::notFound);
    return MemberView.of(changed, handOver ? memberId : principals.of(account).orElse(""));
  }

  /**
   * Removes a member. The member's next request is refused. Repeating the call finishes a removal
   * that stopped early.
   *
   * @param password the caller's password, required to remove an owner
   * @throws Problem 400 for a missing or wrong password; 403 when the caller is no longer an owner;
   *     404 when there is no such member; 409 when the member is the last owner, or signs in by the
   *     company's name; 429 after too many wrong passwords
   */
  public void remove(Applicant caller, String memberId, @Nullable String password) {
    Member member = member(caller, memberId);
    if (member.status() != Status.REMOVED) {
      if (member.role() == MemberRole.OWNER) {
        reauthentication.require(caller, password);
      }
      Account account = account(caller.accountId());
      run(
          caller,
          member,
          false,
          writes -> {
            memberRemoval.with(writes, member, MemberRemoval.Why.REMOVED);
            writes.with(principals.isNot(account, member.userId()), MemberProblem.PRINCIPAL_STAYS);
          });
    }
    memberRemoval.finish(member);
  }

  /**
   * Runs the writes together with the check that an owner remains. When owners change or remove
   * themselves, it is enough that any other owner remains.
   */
  private void run(
      Applicant caller, Member member, boolean owns, Consumer<GuardedTransaction> writes) {
    boolean self = member.userId().equals(caller.userId());
    if (self && member.role() != MemberRole.OWNER) {
      throw Problem.of(RequestProblem.OWNER_ONLY);
    }
    if (self && owns) {
      refuse(attempt(new GuardedTransaction(), writes));
      return;
    }
    ProblemCode refusal = self ? MemberProblem.LAST_OWNER : RequestProblem.OWNER_ONLY;
    List<String> staying = self ? otherOwners(member).toList() : List.of(caller.userId());
    for (String owner : staying) {
      GuardedTransaction guardedTransaction =
          new GuardedTransaction().with(memberships.owning(owner, caller.accountId()), refusal);
      Optional<ProblemCode> refused = attempt(guardedTransaction, writes);
      if (refused.isEmpty() || refused.get() != refusal) {
        refuse(refused);
        return;
      }
    }
    throw Problem.of(refusal);
  }

  private static Optional<ProblemCode> attempt(
      GuardedTransaction guardedTransaction, Consumer<GuardedTransaction> writes) {
    writes.accept(guardedTransaction);
    return guardedTransaction.run();
  }

  private static void refuse(Optional<ProblemCode> refused) {
    refused.ifPresent(
        code -> {
          throw Problem.of(code);
        });
  }

  private Stream<String> otherOwners(Member member) {
    return memberships.members(member.accountId()).stream()
        .filter(other -> other.role() == MemberRole.OWNER && other.status() == Status.ACTIVE)
        .map(Member::userId)
        .filter(other -> !other.equals(member.userId()));
  }

  private static List<Notice> notices(
      Account account, Member member, MemberRole role, boolean handOver) {
    if (handOver) {
      return List.of(
          new Notice(
              Mail.PRINCIPAL_CHANGED,
              account.accountId(),
              Map.of("company", account.name(), "member", member.name())));
    }
    return role == member.role()
        ? List.of()
        : List.of(
            new Notice(
                Mail.MEMBER_CHANGED,
                member.userId(),
                Map.of("company", account.name(), "roleKey", MailTexts.memberRole(role))));
  }

  /** Returns a present or removed member of the caller's account. */
  private Member member(Applicant caller, String memberId) {
    return memberships
        .find(memberId)
        .filter(member -> member.accountId().equals(caller.accountId()))
        .orElseThrow(Problem::notFound);
  }

  private Account account(String accountId) {
    return accounts
        .find(accountId)
        .orElseThrow(() -> new IllegalStateException("A membership without its account"));
  }
}
