package org.permitportal.architecture.violators.notices;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.permits.Permit;

@Violates("edges of notices")
record NoticeThatKnowsItsPermit(Permit other) {}
