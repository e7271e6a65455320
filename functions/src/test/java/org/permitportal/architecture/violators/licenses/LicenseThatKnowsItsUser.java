package org.permitportal.architecture.violators.licenses;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.users.User;

@Violates("edges of licenses")
record LicenseThatKnowsItsUser(User other) {}
