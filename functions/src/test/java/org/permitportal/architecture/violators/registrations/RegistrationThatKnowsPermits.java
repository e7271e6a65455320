package org.permitportal.architecture.violators.registrations;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.permits.Permit;

@Violates("edges of registrations")
record RegistrationThatKnowsPermits(Permit other) {}
