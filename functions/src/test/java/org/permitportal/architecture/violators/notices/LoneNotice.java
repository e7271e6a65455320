package org.permitportal.architecture.violators.notices;

import org.permitportal.architecture.Violates;

/** A class that is public although only its own package uses it. */
@Violates("what no other package uses is not public")
public record LoneNotice(String name) {}
