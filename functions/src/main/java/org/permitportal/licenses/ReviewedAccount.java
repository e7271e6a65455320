package org.permitportal.licenses;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Account;
import org.permitportal.accounts.Contact;
import org.permitportal.platform.AccountSettings.Holder;

/**
 * An account as staff see it, with its licenses and documents.
 *
 * @param suspendedFor the reason for which staff suspended the account, or null
 * @param looks the records of staff who opened the account's identity documents, the newest first
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewedAccount(
    String accountId,
    String number,
    String name,
    String accountType,
    Holder holder,
    Account.Status status,
    @Nullable String suspendedFor,
    String email,
    String phone,
    Contact contact,
    Instant createdAt,
    List<LicenseView> licenses,
    List<DocumentView> documents,
    List<IdentityDocumentAccess> looks) {

  static ReviewedAccount of(
      AccountRecord file, LicensesView view, List<IdentityDocumentAccess> looks) {
    Account account = file.account();
    return new ReviewedAccount(
        account.accountId(),
        account.number(),
        account.name(),
        account.typeKey(),
        account.holder(),
        account.status(),
        account.suspendedFor(),
        account.email(),
        account.phone(),
        account.contact(),
        account.createdAt(),
        view.licenses(),
        view.documents(),
        looks);
  }
}
