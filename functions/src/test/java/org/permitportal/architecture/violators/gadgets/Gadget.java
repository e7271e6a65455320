package org.permitportal.architecture.violators.gadgets;

import org.permitportal.architecture.Violates;

@Violates("every class belongs to a context")
record Gadget(String name) {}
