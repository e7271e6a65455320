package org.permitportal.platform;

import static org.permitportal.platform.Caller.StaffRole.ADMIN;
import static org.permitportal.platform.Caller.StaffRole.CLERK;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.permitportal.platform.Caller.StaffRole;

/**
 * The permissions of the city's staff, each with the roles that have it. An administrator does not
 * have the other roles, so {@code ADMIN} is named for each of its permissions. The contract's
 * {@code x-portal-roles} must name the same roles.
 */
public enum StaffPermission {
  IMPORT_PERMITS(CLERK, ADMIN),
  /** View and decide requests to be linked to a permit. */
  DECIDE_LINK_REQUESTS(CLERK, ADMIN),
  /** View accounts with their licenses and the names of their documents. */
  SEE_ACCOUNTS(CLERK, ADMIN),
  /** Open the documents of accounts, identity documents among them. */
  OPEN_ACCOUNT_DOCUMENTS(CLERK, ADMIN),
  /** Verify and reject licenses. */
  DECIDE_LICENSES(CLERK, ADMIN),
  /** Suspend accounts and end their suspension. */
  SUSPEND_ACCOUNTS(CLERK, ADMIN);

  @SuppressWarnings("ImmutableEnumChecker") // Filled once, by the constructor.
  private final Set<StaffRole> roles = EnumSet.noneOf(StaffRole.class);

  StaffPermission(StaffRole... roles) {
    this.roles.addAll(Arrays.asList(roles));
  }

  /** Returns the roles that have this permission. */
  public Set<StaffRole> roles() {
    return Set.copyOf(roles);
  }
}
