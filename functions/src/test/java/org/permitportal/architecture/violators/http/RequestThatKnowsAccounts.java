package org.permitportal.architecture.violators.http;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.accounts.Account;

@Violates("edges of http")
record RequestThatKnowsAccounts(Account other) {}
