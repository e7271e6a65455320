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
 * An operation of a signed-in contractor or homeowner; contract: {@code x-portal-caller: applicant}
 * and {@code x-portal-roles}. API Gateway has checked the access token. This class reads the
 * membership at each request.
 */
public abstract non-sealed class ForApplicant<Q extends Record, A>
    extends Operation<Q, Applicant, A> {
  /** Every member, including members who may only view. */
  protected static final Set<MemberRole> ANY_MEMBER = Set.of(MemberRole.values());

  /** Members who may change the account's business. */
  protected static final Set<MemberRole> EDITORS = Set.of(MemberRole.OWNER, MemberRole.MEMBER);

  /** Owners only: for changing who belongs to the account, and for closing it. */
  protected static final Set<MemberRole> OWNERS = Set.of(MemberRole.OWNER);

  @Inject Memberships memberships;

  protected ForApplicant() {}

  protected ForApplicant(ApplicationContext context) {
    super(context);
  }

  /**
   * Returns the roles that may call this operation, the same as in {@code x-portal-roles}. Members
   * with another role get 403.
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
