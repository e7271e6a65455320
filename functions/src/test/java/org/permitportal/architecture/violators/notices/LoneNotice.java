package org.permitportal.architecture.violators.notices;

import org.permitportal.architecture.Violates;

/** Public, though only its own package could want it. */
@Violates("what no other package uses is not public")
public record LoneNotice(String name) {}
