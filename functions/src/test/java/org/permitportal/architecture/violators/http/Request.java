package org.permitportal.architecture.violators.http;

/** Something that others may or may not use. */
public record Request(String name) {}
