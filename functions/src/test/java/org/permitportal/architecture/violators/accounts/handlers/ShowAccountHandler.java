package org.permitportal.architecture.violators.accounts.handlers;

import org.permitportal.architecture.violators.http.Request;

/** A handler may know HTTP; nothing may know it. */
public record ShowAccountHandler(Request request) {}
