package org.permitportal.accounts;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/**
 * Who signs in by a company's name: {@code principal} on {@code NAME#key} and {@code
 * HANDLE#handle}, always one of the account's owners.
 */
@Singleton
public class Principals {
  private static final String ATTRIBUTE = "principal";
  private final Table table;

  public Principals(Tables tables) {
    this.table = tables.named("accounts");
  }

  /** The principal's user id; nothing when the account is closed. One read. */
  public Optional<String> of(Account account) {
    return table.get(name(account), "NAME").map(item -> item.optionalText(ATTRIBUTE));
  }

  /** Checks in a transaction that this user is not the principal. */
  public Write isNot(Account account, String userId) {
    return table.check(name(account), "NAME").when("#principal <> :user", "user", userId);
  }

  /** Makes another user the principal; to be run with a check that this is an owner. */
  public List<Write> handOver(Account account, String userId) {
    return List.of(
        table
            .update(name(account), "NAME")
            .when("#accountId = :account", "account", account.accountId())
            .set(ATTRIBUTE, userId),
        table.update("HANDLE#" + account.handle(), "HANDLE").whenPresent().set(ATTRIBUTE, userId));
  }

  /** Nobody signs in by the name any more; it stays the account's, so that nobody else takes it. */
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
