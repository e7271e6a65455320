package org.permitportal.architecture.violators.sessions;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.permits.Permit;

@Violates("edges of sessions")
record SessionThatKnowsPermits(Permit other) {}
