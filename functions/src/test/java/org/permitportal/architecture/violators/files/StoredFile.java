package org.permitportal.architecture.violators.files;

/** A class that some contexts may use and others may not. */
public record StoredFile(String name) {}
