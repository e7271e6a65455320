package org.permitportal.http;

import io.micronaut.context.ApplicationContext;
import java.util.EnumSet;
import java.util.Set;
import org.permitportal.platform.Caller.StaffMember;
import org.permitportal.platform.Caller.StaffRole;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RequestProblem;
import org.permitportal.platform.StaffPermission;

/**
 * An operation for the city's staff. In the contract it has {@code x-portal-caller: staff} and
 * {@code x-portal-roles}. API Gateway has already checked the access token of the staff pool.
 */
public abstract non-sealed class ForStaff<Q extends Record, A>
    extends Operation<Q, StaffMember, A> {
  protected ForStaff() {}

  protected ForStaff(ApplicationContext context) {
    super(context);
  }

  /** Returns the permission that a member of staff needs to call this operation. */
  protected abstract StaffPermission permission();

  @Override
  final StaffMember admit(GatewayEvent event, Pipeline pipeline) {
    AccessToken token = AccessToken.of(event);
    Set<StaffRole> has = EnumSet.noneOf(StaffRole.class);
    for (StaffRole role : StaffRole.values()) {
      if (token.groups().contains(role.name().toLowerCase(java.util.Locale.ROOT))) {
        has.add(role);
      }
    }
    if (permission().roles().stream().noneMatch(has::contains)) {
      throw Problem.of(RequestProblem.NOT_ALLOWED);
    }
    return new StaffMember(pipeline.origin(event), token.userId(), has);
  }
}
