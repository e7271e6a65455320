package org.permitportal.architecture.violators.accounts;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.users.User;

/** Forms a cycle with {@code UserInACycle}. The dependency of this class alone would be allowed. */
@Violates("no cycles")
record AccountInACycle(User user) {}
