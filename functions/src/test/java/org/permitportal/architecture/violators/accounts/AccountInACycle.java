package org.permitportal.architecture.violators.accounts;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.users.User;

/** With {@code UserInACycle}; its own edge is allowed. */
@Violates("no cycles")
record AccountInACycle(User user) {}
