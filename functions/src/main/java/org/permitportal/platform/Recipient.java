package org.permitportal.platform;

/**
 * A person who gets mail.
 *
 * @param language the language that this person chose; for an address without a user, the language
 *     of whoever had the mail sent
 */
public record Recipient(String email, String language) {}
