package org.permitportal.architecture.violators.credentials;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.permits.Permit;

@Violates("edges of credentials")
record PasswordThatKnowsItsPermit(Permit other) {}
