package org.permitportal.architecture.violators.users;

/** A class that some contexts may use and others may not. */
public record User(String name) {}
