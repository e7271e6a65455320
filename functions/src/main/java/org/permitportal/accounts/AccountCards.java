package org.permitportal.accounts;

import jakarta.inject.Singleton;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;

/** Accounts as other contexts name them. */
@Singleton
public class AccountCards {
  private final Table table;

  public AccountCards(Tables tables) {
    this.table = tables.named("accounts");
  }

  /**
   * The card of an account that a caller acts for; one read.
   *
   * @throws IllegalStateException when there is none, which no membership allows
   */
  public AccountCard of(String accountId) {
    return table
        .get("ACCOUNT#" + accountId, "PROFILE")
        .map(item -> new AccountCard(accountId, item.text("name"), item.text("number")))
        .orElseThrow(() -> new IllegalStateException("A member of no account"));
  }
}
