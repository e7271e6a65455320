package org.permitportal.architecture.violators.accounts;

/** Something that others may or may not use. */
public record Account(String name) {}
