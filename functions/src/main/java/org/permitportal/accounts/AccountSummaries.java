package org.permitportal.accounts;

import jakarta.inject.Singleton;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;

/** Accounts as other contexts name them. */
@Singleton
public class AccountSummaries {
  private final Table table;

  public AccountSummaries(Tables tables) {
    this.table = tables.named("accounts");
  }

  /**
   * The card of an account that a caller acts for; one read.
   *
   * @throws IllegalStateException when there is none, which no membership allows
   */
  public AccountSummary of(String accountId) {
    return table
        .get("ACCOUNT#" + accountId, "PROFILE")
        .map(item -> new AccountSummary(accountId, item.text("name"), item.text("number")))
        .orElseThrow(() -> new IllegalStateException("A member of no account"));
  }
}
