package org.permitportal.accounts;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/**
 * Stores the principal of each account: the user who signs in by the company's name. The user's id
 * is in the attribute {@code principal} of {@code NAME#key} and {@code HANDLE#handle}. The
 * principal is always one of the account's owners.
 */
@Singleton
public class Principals {
  private static final String ATTRIBUTE = "principal";
  private final Table table;

  public Principals(Tables tables) {
    this.table = tables.named("accounts");
  }

  /** Finds the user id of the account's principal; empty when the account is closed. One read. */
  public Optional<String> of(Account account) {
    return table.get(name(account), "NAME").map(item -> item.optionalText(ATTRIBUTE));
  }

  /** Returns a check, for a transaction, that this user is not the principal. */
  public Write isNot(Account account, String userId) {
    return table.check(name(account), "NAME").when("#principal <> :user", "user", userId);
  }

  /**
   * Returns the writes that make another user the principal in place of {@code from}. The first one
   * fails when {@code from} is no longer the principal. Run them in one transaction with a check
   * that this user is an owner.
   */
  public List<Write> handOver(Account account, String from, String userId) {
    return List.of(
        table
            .update(name(account), "NAME")
            .when(
                "#accountId = :account AND #principal = :from",
                "account",
                account.accountId(),
                "from",
                from)
            .set(ATTRIBUTE, userId),
        table.update("HANDLE#" + account.handle(), "HANDLE").whenPresent().set(ATTRIBUTE, userId));
  }

  /**
   * Returns the writes that end the sign-in by the company's name. The account keeps the name, so
   * that nobody else can take it.
   */
  public List<Write> end(Account account) {
    return List.of(
        table
            .update(name(account), "NAME")
            .when("#accountId = :account", "account", account.accountId())
            .remove(ATTRIBUTE)
            .remove("handle"),
        table.delete("HANDLE#" + account.handle(), "HANDLE"));
  }

  private static String name(Account account) {
    return "NAME#" + account.nameKey();
  }
}
