package org.permitportal.architecture.violators.documents;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.staff.Decision;

@Violates("edges of documents")
record DocumentThatKnowsItsReviewer(Decision other) {}
