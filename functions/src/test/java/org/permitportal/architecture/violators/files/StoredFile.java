package org.permitportal.architecture.violators.files;

/** Something that others may or may not use. */
public record StoredFile(String name) {}
