package org.permitportal.accounts;

/** What other parts of the portal show of an account: its name and its number. */
public record AccountSummary(String accountId, String name, String number) {}
