package org.permitportal.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.City.Holder;

/**
 * An account: the company, or the person who has none.
 *
 * @param number what people call it by, e.g. {@code AEC101}
 * @param nameKey the name as it is unique
 * @param handle what the list of companies says of it; neither username nor number
 * @param typeKey the account type's key in the city's file
 * @param phone E.164
 * @param language what it is written to in, one of the city's
 * @param listed whether it is on the list of companies
 * @param suspendedFor why staff suspended it, as long as it is
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
  /** The next version, with another person to reach. */
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

  /** Whether an account may be used. */
  public enum Status {
    ACTIVE,
    SUSPENDED,
    CLOSED
  }
}
