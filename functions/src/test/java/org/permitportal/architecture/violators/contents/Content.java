package org.permitportal.architecture.violators.contents;

/** Something that others may or may not use. */
public record Content(String name) {}
