package org.permitportal.architecture.violators.files;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.permits.Permit;

@Violates("edges of files")
record FileThatKnowsItsPermit(Permit other) {}
