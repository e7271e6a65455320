package org.permitportal.accounts;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.City.Holder;

/**
 * An account as its members see it.
 *
 * @param role what the one who asks is in it
 * @param phone E.164
 * @param listed whether it is on the list of companies
 */
@Serdeable
public record Profile(
    String accountId,
    String number,
    String name,
    String accountType,
    Holder holder,
    MemberRole role,
    String email,
    String phone,
    Contact contact,
    String language,
    boolean listed,
    String termsVersion,
    Instant termsAcceptedAt,
    Instant createdAt,
    long version) {

  /** What a member sees of it. */
  public static Profile of(Account account, MemberRole role) {
    return new Profile(
        account.accountId(),
        account.number(),
        account.name(),
        account.typeKey(),
        account.holder(),
        role,
        account.email(),
        account.phone(),
        account.contact(),
        account.language(),
        account.listed(),
        account.termsVersion(),
        account.termsAcceptedAt(),
        account.createdAt(),
        account.version());
  }
}
