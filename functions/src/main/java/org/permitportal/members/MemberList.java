package org.permitportal.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.AccountStore;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.accounts.Principals;
import org.permitportal.members.Invitation.State;
import org.permitportal.platform.Problem;

/** Lists an account's members and open invitations, and withdraws invitations. */
@Singleton
public class MemberList {
  private final MembershipStore memberships;
  private final InvitationStore invitations;
  private final AccountStore accounts;
  private final Principals principals;
  private final PrincipalClaimStore claims;
  private final Clock clock;

  MemberList(
      MembershipStore memberships,
      InvitationStore invitations,
      AccountStore accounts,
      Principals principals,
      PrincipalClaimStore claims,
      Clock clock) {
    this.memberships = memberships;
    this.invitations = invitations;
    this.accounts = accounts;
    this.principals = principals;
    this.claims = claims;
    this.clock = clock;
  }

  /**
   * An account's members, sorted by name, and its open invitations, the oldest first.
   *
   * @param principalClaim an owner's open claim to sign in by the company's name, or null
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record People(
      List<MemberView> members,
      List<InvitationView> invitations,
      @Nullable PrincipalClaimView principalClaim) {}

  /** Returns an account's members and what is open. Takes two queries and three reads. */
  public People of(String accountId) {
    List<Member> members = memberships.members(accountId);
    String principal = accounts.find(accountId).flatMap(principals::of).orElse("");
    return new People(
        members.stream()
            .map(member -> MemberView.of(member, principal))
            .sorted(Comparator.comparing(MemberView::name).thenComparing(MemberView::memberId))
            .toList(),
        invitations.open(accountId, members, clock.instant()).stream()
            .map(InvitationView::of)
            .toList(),
        claims.open(accountId).map(PrincipalClaimView::of).orElse(null));
  }

  /**
   * Withdraws an invitation. Its link is void from then on. Repeating the call changes nothing.
   *
   * @throws Problem 404 when there is no such invitation; 409 when the invitation was accepted
   */
  public void withdraw(String accountId, String invitationId) {
    Invitation invitation =
        invitations.find(accountId, invitationId).orElseThrow(Problem::notFound);
    if (invitation.state() != State.WITHDRAWN && !invitations.withdraw(invitation)) {
      State now =
          invitations
              .find(accountId, invitationId)
              .map(Invitation::state)
              .orElseThrow(Problem::notFound);
      if (now == State.ACCEPTED) {
        throw Problem.of(MemberProblem.INVITATION_ACCEPTED);
      }
    }
  }
}
