package org.permitportal.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.AccountSettings.Holder;

/**
 * An account: a company, or a person without a company.
 *
 * @param number the account number that people use, e.g. {@code AEC101}
 * @param nameKey the normalized name; no two accounts have the same
 * @param handle the account's public id in the list of companies; it differs from the account
 *     number
 * @param typeKey the account type's key in the city's file
 * @param phone the company's phone number, in E.164
 * @param language the language of mails to the account; one of the city's languages
 * @param listed whether the account is on the list of companies
 * @param suspendedFor the reason for which staff suspended the account, or null when it is not
 *     suspended
 */
public record Account(
    String accountId,
    String number,
    String name,
    String nameKey,
    String handle,
    String typeKey,
    Holder holder,
    Status status,
    String email,
    String phone,
    Contact contact,
    String language,
    boolean listed,
    String termsVersion,
    Instant termsAcceptedAt,
    Instant createdAt,
    @Nullable String suspendedFor,
    long version) {
  /**
   * Returns the account's next version, with the given company phone and contact person. The
   * account takes over the contact person's language.
   */
  Account withContact(String companyPhone, Contact person) {
    return new Account(
        accountId,
        number,
        name,
        nameKey,
        handle,
        typeKey,
        holder,
        status,
        email,
        companyPhone,
        person,
        person.language(),
        listed,
        termsVersion,
        termsAcceptedAt,
        createdAt,
        suspendedFor,
        version + 1);
  }

  /** An account's status. Members can act only for an active account. */
  public enum Status {
    ACTIVE,
    SUSPENDED,
    CLOSED
  }
}
