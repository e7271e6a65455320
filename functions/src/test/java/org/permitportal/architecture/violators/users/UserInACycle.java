package org.permitportal.architecture.violators.users;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.accounts.Account;

/** Forms a cycle with {@code AccountInACycle}. */
@Violates("no cycles")
record UserInACycle(Account account) {}
