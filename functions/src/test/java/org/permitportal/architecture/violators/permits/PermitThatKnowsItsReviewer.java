package org.permitportal.architecture.violators.permits;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.staff.Decision;

@Violates("edges of permits")
record PermitThatKnowsItsReviewer(Decision other) {}
