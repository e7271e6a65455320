package org.permitportal.architecture.violators.members;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.files.StoredFile;

@Violates("edges of members")
record MemberThatKnowsItsFile(StoredFile other) {}
