package org.permitportal.architecture.violators.accounts;

/** A class that some contexts may use and others may not. */
public record Account(String name) {}
