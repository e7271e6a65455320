package org.permitportal.architecture.violators.licences;

import org.permitportal.architecture.Violates;
import org.permitportal.architecture.violators.users.User;

@Violates("edges of licences")
record LicenceThatKnowsItsUser(User other) {}
