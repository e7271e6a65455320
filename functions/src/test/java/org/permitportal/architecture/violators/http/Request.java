package org.permitportal.architecture.violators.http;

/** A class that some contexts may use and others may not. */
public record Request(String name) {}
