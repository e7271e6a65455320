package org.permitportal.architecture.violators.sessions;

import org.permitportal.architecture.Violates;

@Violates("names say what a class does")
record SessionManager(String name) {}
