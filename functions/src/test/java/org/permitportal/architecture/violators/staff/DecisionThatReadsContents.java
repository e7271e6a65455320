package org.permitportal.architecture.violators.staff;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.contents.Content;

@Violates("edges of staff")
record DecisionThatReadsContents(Content other) {}
