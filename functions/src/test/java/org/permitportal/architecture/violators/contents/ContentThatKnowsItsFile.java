package org.permitportal.architecture.violators.contents;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.files.StoredFile;

@Violates("edges of contents")
record ContentThatKnowsItsFile(StoredFile other) {}
