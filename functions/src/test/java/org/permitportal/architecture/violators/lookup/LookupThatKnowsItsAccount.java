package org.permitportal.architecture.violators.lookup;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.accounts.Account;

@Violates("edges of lookup")
record LookupThatKnowsItsAccount(Account other) {}
