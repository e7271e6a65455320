package org.permitportal.architecture.violators.accounts.handlers;

import org.permitportal.architecture.violators.http.Request;

/** A handler may use HTTP, but nothing may use a handler. */
public record ShowAccountHandler(Request request) {}
