package org.permitportal.architecture.violators.imports;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.files.StoredFile;

@Violates("edges of imports")
record ImportThatKnowsItsFile(StoredFile other) {}
