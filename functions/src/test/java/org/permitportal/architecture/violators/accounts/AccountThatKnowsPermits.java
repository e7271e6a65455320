package org.permitportal.architecture.violators.accounts;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.permits.Permit;

@Violates("edges of accounts")
record AccountThatKnowsPermits(Permit other) {}
