package org.permitportal.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.AccountSettings.Holder;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.MailObstacle;

/**
 * An account as its members see it.
 *
 * @param memberId the caller's member id
 * @param role the caller's role in the account
 * @param email the account's e-mail address
 * @param memberEmail the e-mail address by which the caller signs in
 * @param mailObstacle why mail does not reach the caller, or null
 * @param phone the company's phone number in E.164
 * @param listed whether the account is on the list of companies
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

  /** Returns an account as the caller sees it. */
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
