package org.permitportal.architecture.violators.users;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.accounts.Account;

@Violates("edges of users")
record UserThatKnowsItsAccount(Account other) {}
