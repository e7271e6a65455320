package org.permitportal.architecture.violators.permits;

/** A class that some contexts may use and others may not. */
public record Permit(String name) {}
