package org.permitportal.licenses;

import java.util.List;
import java.util.Optional;
import org.permitportal.accounts.Account;

/** An account with its licenses and documents. One query reads all of them. */
public record AccountRecord(
    Account account, List<License> licenses, List<AccountDocument> documents) {

  static String pk(String accountId) {
    return "ACCOUNT#" + accountId;
  }

  Optional<License> license(String id) {
    return licenses.stream().filter(license -> license.id().equals(id)).findFirst();
  }

  Optional<AccountDocument> document(String id) {
    return documents.stream().filter(document -> document.file().id().equals(id)).findFirst();
  }

  /**
   * Returns the IDENTITY item of the account, or empty when no document that proves the identity
   * has arrived yet.
   */
  Optional<License> identity() {
    return license(License.identityOf(account.accountId()));
  }
}
