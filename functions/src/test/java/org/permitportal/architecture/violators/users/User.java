package org.permitportal.architecture.violators.users;

/** Something that others may or may not use. */
public record User(String name) {}
