package org.permitportal.architecture.violators.staff;

/** A class that some contexts may use and others may not. */
public record Decision(String name) {}
