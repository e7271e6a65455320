package org.permitportal.architecture.violators.links;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.staff.Decision;

@Violates("edges of links")
record LinkThatKnowsItsReviewer(Decision other) {}
