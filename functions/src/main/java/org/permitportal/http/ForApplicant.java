package org.permitportal.http;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.util.Set;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Memberships;
import org.permitportal.platform.Memberships.Membership;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RequestProblem;

/**
 * An operation for signed-in contractors and homeowners. In the contract it has {@code
 * x-portal-caller: applicant} and {@code x-portal-roles}. API Gateway has already checked the
 * access token. This class reads the caller's membership at each request.
 */
public abstract non-sealed class ForApplicant<Q extends Record, A>
    extends Operation<Q, Applicant, A> {
  /** Every member, including members who may only view. */
  protected static final Set<MemberRole> ANY_MEMBER = Set.of(MemberRole.values());

  /** Members who may change the account's data, e.g. its licenses and permits. */
  protected static final Set<MemberRole> EDITORS = Set.of(MemberRole.OWNER, MemberRole.MEMBER);

  /** Only owners. They may change the account's members and close the account. */
  protected static final Set<MemberRole> OWNERS = Set.of(MemberRole.OWNER);

  @Inject Memberships memberships;

  protected ForApplicant() {}

  protected ForApplicant(ApplicationContext context) {
    super(context);
  }

  /**
   * Returns the roles that may call this operation. They are the same as in {@code x-portal-roles}.
   * A member with another role gets 403.
   */
  protected abstract Set<MemberRole> roles();

  @Override
  final Applicant admit(GatewayEvent event, Pipeline pipeline) {
    AccessToken token = AccessToken.of(event);
    Membership membership =
        memberships
            .current(token.userId(), token.authTime(), token.session())
            .orElseThrow(() -> Problem.of(RequestProblem.SESSION_ENDED));
    if (!roles().contains(membership.role())) {
      throw Problem.of(
          roles().contains(MemberRole.MEMBER)
              ? RequestProblem.READ_ONLY
              : RequestProblem.OWNER_ONLY);
    }
    return new Applicant(
        pipeline.origin(event),
        token.userId(),
        membership.accountId(),
        membership.role(),
        membership.email(),
        token.session(),
        membership.mailObstacle());
  }
}
