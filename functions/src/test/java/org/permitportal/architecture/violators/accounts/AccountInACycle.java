package org.permitportal.architecture.violators.accounts;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.users.User;

/** Makes a cycle with {@code UserInACycle}. Its own dependency is allowed. */
@Violates("no cycles")
record AccountInACycle(User user) {}
