package org.permitportal.licences;

import java.util.List;
import java.util.Optional;
import org.permitportal.accounts.Account;

/** An account with its licences and documents, as one query reads it. */
public record AccountRecord(
    Account account, List<Licence> licences, List<AccountDocument> documents) {

  static String pk(String accountId) {
    return "ACCOUNT#" + accountId;
  }

  Optional<Licence> licence(String id) {
    return licences.stream().filter(licence -> licence.id().equals(id)).findFirst();
  }

  Optional<AccountDocument> document(String id) {
    return documents.stream().filter(document -> document.id().equals(id)).findFirst();
  }

  /** What proves who the holder is, once there is something. */
  Optional<Licence> identity() {
    return licence(Licence.identityOf(account.accountId()));
  }
}
