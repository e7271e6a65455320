package org.permitportal.accounts;

import jakarta.inject.Singleton;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;

/** Looks up the names and numbers of accounts for other parts of the portal. */
@Singleton
public class AccountSummaries {
  private final Table table;

  public AccountSummaries(Tables tables) {
    this.table = tables.named("accounts");
  }

  /**
   * Returns the summary of the account that a caller acts for; one read.
   *
   * @throws IllegalStateException when the account does not exist; this can't happen, because the
   *     caller is its member
   */
  public AccountSummary of(String accountId) {
    return table
        .get("ACCOUNT#" + accountId, "PROFILE")
        .map(item -> new AccountSummary(accountId, item.text("name"), item.text("number")))
        .orElseThrow(() -> new IllegalStateException("A member of no account"));
  }
}
