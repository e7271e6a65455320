package org.permitportal.accounts;

/** An account's name and number, for other parts of the portal. */
public record AccountSummary(String accountId, String name, String number) {}
