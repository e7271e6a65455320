package org.permitportal.architecture.violators.staff;

/** Something that others may or may not use. */
public record Decision(String name) {}
