package org.permitportal.platform;

/**
 * A person who gets mail.
 *
 * @param language the language that this person chose; if the address belongs to no user, the
 *     language of the person who caused the mail
 */
public record Recipient(String email, String language) {}
