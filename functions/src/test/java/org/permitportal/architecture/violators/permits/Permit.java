package org.permitportal.architecture.violators.permits;

/** Something that others may or may not use. */
public record Permit(String name) {}
