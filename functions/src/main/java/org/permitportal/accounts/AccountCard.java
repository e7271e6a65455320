package org.permitportal.accounts;

/** What other parts of the portal show of an account: its name and its number. */
public record AccountCard(String accountId, String name, String number) {}
