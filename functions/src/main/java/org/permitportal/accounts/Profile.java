package org.permitportal.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.City.Holder;
import org.permitportal.platform.MailObstacle;

/**
 * An account as its members see it.
 *
 * @param memberId the one who asks, among the members
 * @param role what the one who asks is in it
 * @param email the account's, where the city writes to
 * @param memberEmail the one that the one who asks signs in with
 * @param mailObstacle why mail does not reach the one who asks, or null
 * @param phone E.164
 * @param listed whether it is on the list of companies
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Profile(
    String accountId,
    String memberId,
    String number,
    String name,
    String accountType,
    Holder holder,
    MemberRole role,
    String email,
    String memberEmail,
    @Nullable MailObstacle mailObstacle,
    String phone,
    Contact contact,
    String language,
    boolean listed,
    String termsVersion,
    Instant termsAcceptedAt,
    Instant createdAt,
    long version) {

  /** What the caller sees of it. */
  public static Profile of(Account account, Applicant caller) {
    return new Profile(
        account.accountId(),
        caller.userId(),
        account.number(),
        account.name(),
        account.typeKey(),
        account.holder(),
        caller.role(),
        account.email(),
        caller.email(),
        caller.mailObstacle(),
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
