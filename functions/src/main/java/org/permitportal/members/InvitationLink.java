package org.permitportal.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.users.OneTimeLinks;

/** Finds the invitation to which a mailed link leads. */
@Singleton
public class InvitationLink {
  private final InvitationStore invitations;
  private final MembershipStore memberships;
  private final OneTimeLinks links;
  private final City city;
  private final Clock clock;

  InvitationLink(
      InvitationStore invitations,
      MembershipStore memberships,
      OneTimeLinks links,
      City city,
      Clock clock) {
    this.invitations = invitations;
    this.memberships = memberships;
    this.links = links;
    this.city = city;
    this.clock = clock;
  }

  /**
   * An invitation, as shown on the page that the link opens.
   *
   * @param name the colleague's name as the owner typed it, or null
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Offer(
      String company,
      String invitedBy,
      String email,
      @Nullable String name,
      MemberRole role,
      String language,
      Instant expiresAt,
      String termsVersion) {}

  /**
   * Returns an open invitation.
   *
   * @param code the link's code
   * @throws Problem 410 when the invitation was accepted or withdrawn, has expired or never existed
   */
  public Offer view(String code) {
    Invitation invitation = find(code);
    requireOpen(invitation);
    return new Offer(
        invitation.company(),
        invitation.invitedBy(),
        invitation.email(),
        invitation.name(),
        invitation.role(),
        invitation.language(),
        invitation.expiresAt(),
        city.terms().version());
  }

  /** Finds an invitation in any state; throws a problem (410) when there is none. */
  Invitation find(String code) {
    Map<String, String> to =
        links
            .find(invitations.table(), Invitations.PURPOSE, code)
            .map(OneTimeLinks.Open::values)
            .orElseThrow(InvitationLink::ended);
    return invitations
        .find(to.getOrDefault("account", ""), to.getOrDefault("invitation", ""))
        .orElseThrow(InvitationLink::ended);
  }

  /**
   * Checks that an invitation can be accepted now.
   *
   * @throws Problem 410 when it was accepted or withdrawn, when it has expired, or when {@link
   *     Member#invites} no longer holds for the owner who sent it
   */
  void requireOpen(Invitation invitation) {
    boolean invites =
        memberships
            .find(invitation.invitedById())
            .filter(member -> member.invites(invitation.invitedAt()))
            .isPresent();
    if (!invites || !invitation.open(clock.instant())) {
      throw ended();
    }
  }

  static Problem ended() {
    return Problem.of(MemberProblem.INVITATION_ENDED);
  }
}
