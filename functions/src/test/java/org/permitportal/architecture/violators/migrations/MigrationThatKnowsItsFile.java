package org.permitportal.architecture.violators.migrations;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.files.StoredFile;

@Violates("edges of migrations")
record MigrationThatKnowsItsFile(StoredFile other) {}
