package org.permitportal.accounts;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.permitportal.platform.AccountSettings;
import org.permitportal.platform.AccountSettings.Holder;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;
import org.permitportal.users.Email;

/**
 * Stores accounts in the accounts table: the account itself ({@code ACCOUNT#id / PROFILE}), the
 * items {@code EMAIL#address} and {@code HANDLE#handle}, which refer to the account, and the
 * counter of account numbers.
 */
@Singleton
public class AccountStore {
  /** The sort key of an account's own item. */
  public static final String PROFILE = "PROFILE";

  private final Table table;

  public AccountStore(Tables tables) {
    this.table = tables.primed("accounts");
  }

  /** Finds an account by its id; one strongly consistent read. */
  public Optional<Account> find(String accountId) {
    return table.get(pk(accountId), PROFILE).map(AccountStore::account);
  }

  /** Finds the id of the user who has this address, also as a reserved former address; one read. */
  public Optional<String> holder(Email email) {
    return table.get("EMAIL#" + email.value(), "EMAIL").map(item -> item.text("userId"));
  }

  /** Returns the next account number. No number is given twice; gaps are possible. */
  public String nextNumber(AccountSettings.AccountNumber rule) {
    long n =
        Table.runReturning(table.update("COUNTER#ACCOUNT", "COUNTER").add("n", 1))
            .orElseThrow()
            .number("n");
    String serial = Long.toString(rule.first() - 1 + n);
    return rule.prefix() + "0".repeat(Math.max(0, rule.digits() - serial.length())) + serial;
  }

  /**
   * Returns the write that creates an account. Its condition fails when an account with this id
   * exists.
   */
  public Write create(Account account) {
    return table
        .put(
            Item.of(pk(account.accountId()), PROFILE)
                .with("accountId", account.accountId())
                .with("number", account.number())
                .with("name", account.name())
                .with("nameKey", account.nameKey())
                .with("handle", account.handle())
                .with("typeKey", account.typeKey())
                .with("holder", account.holder())
                .with("status", account.status())
                .with("email", account.email())
                .with("phone", account.phone())
                .with("contact", account.contact().item())
                .with("language", account.language())
                .with("listed", account.listed())
                .with("termsVersion", account.termsVersion())
                .with("termsAcceptedAt", account.termsAcceptedAt())
                .with("createdAt", account.createdAt())
                .with("version", account.version()))
        .whenAbsent();
  }

  /**
   * Returns the write that saves the contact person, the company's phone number and the language.
   * Its condition fails when the stored account has changed since it was read.
   *
   * @param account the account with the new values and the next version number
   */
  Write saveContact(Account account) {
    return table
        .update(pk(account.accountId()), PROFILE)
        .set("contact", account.contact().item())
        .set("phone", account.phone())
        .set("language", account.language())
        .set("version", account.version())
        .when("#version = :before", "before", account.version() - 1);
  }

  /**
   * Returns the write that changes the account's e-mail address. Its condition fails when this
   * address is no longer {@code from}.
   */
  Write readdress(String accountId, String from, String to) {
    return table
        .update(pk(accountId), PROFILE)
        .set("email", to)
        .add("version", 1)
        .when("#email = :from", "from", from);
  }

  /**
   * Returns the write that assigns a free address to a user. Its condition fails when a user
   * already has the address.
   */
  public Write claim(Email email, String userId, String accountId) {
    return table
        .put(
            Item.of("EMAIL#" + email.value(), "EMAIL")
                .with("userId", userId)
                .with("accountId", accountId))
        .whenAbsent();
  }

  /**
   * Returns the write that frees an address. Its condition fails when the address belongs to
   * another user.
   */
  public Write release(String email, String userId) {
    return table
        .delete("EMAIL#" + email, "EMAIL")
        .when("attribute_not_exists(#pk) OR #userId = :me", "me", userId);
  }

  /** Returns a check, for a transaction, that an account is active. */
  public Write active(String accountId) {
    return table
        .check(pk(accountId), PROFILE)
        .when("#status = :active", "active", Account.Status.ACTIVE);
  }

  /**
   * Returns the write that closes an account for good. Its condition fails when the account is not
   * active.
   */
  public Write close(String accountId, Instant now) {
    return table
        .update(pk(accountId), PROFILE)
        .when("#status = :active", "active", Account.Status.ACTIVE)
        .set("status", Account.Status.CLOSED)
        .set("closedAt", now)
        .add("version", 1);
  }

  /**
   * Returns the write that creates the item of the account's handle. The item states the account
   * and its principal, the user who signs in by the company's name.
   */
  public Write handle(Account account, String principal) {
    return table
        .put(
            Item.of("HANDLE#" + account.handle(), "HANDLE")
                .with("accountId", account.accountId())
                .with("principal", principal)
                .with("name", account.name()))
        .whenAbsent();
  }

  /**
   * Returns the write that suspends an account. Its condition fails when the account has changed
   * since it was read.
   */
  Write suspended(Account account, String reason, String staffId, Instant now) {
    return next(account, Account.Status.SUSPENDED)
        .set("suspendedFor", reason)
        .set("suspendedBy", staffId)
        .set("suspendedAt", now);
  }

  /**
   * Returns the write that ends an account's suspension. Its condition fails when the account has
   * changed since it was read.
   */
  Write reinstated(Account account, String reason, String staffId, Instant now) {
    return next(account, Account.Status.ACTIVE)
        .remove("suspendedFor")
        .set("reinstatedFor", reason)
        .set("reinstatedBy", staffId)
        .set("reinstatedAt", now);
  }

  private Write next(Account account, Account.Status status) {
    return table
        .update(pk(account.accountId()), PROFILE)
        .when("#version = :read", "read", account.version())
        .set("status", status)
        .set("version", account.version() + 1);
  }

  /** Converts an item to an account. */
  public static Account account(Item item) {
    Item contact = item.nested("contact");
    if (contact == null) {
      throw new IllegalStateException("An account without a contact");
    }
    return new Account(
        item.text("accountId"),
        item.text("number"),
        item.text("name"),
        item.text("nameKey"),
        item.text("handle"),
        item.text("typeKey"),
        item.constant("holder", Holder.class),
        item.constant("status", Account.Status.class),
        item.text("email"),
        item.text("phone"),
        Contact.from(contact),
        item.text("language"),
        item.flag("listed"),
        item.text("termsVersion"),
        item.instant("termsAcceptedAt"),
        item.instant("createdAt"),
        item.optionalText("suspendedFor"),
        item.number("version"));
  }

  private static String pk(String accountId) {
    return "ACCOUNT#" + accountId;
  }
}
