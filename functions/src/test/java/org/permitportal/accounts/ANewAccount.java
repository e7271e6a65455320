package org.permitportal.accounts;

import java.time.Instant;
import java.util.UUID;
import org.permitportal.platform.AccountSettings.Holder;
import org.permitportal.platform.Ids;
import org.permitportal.platform.TheCity;

/** Makes new accounts, like those that a confirmed registration makes. Each has its own ids. */
public final class ANewAccount {
  private static final Instant NOW = Instant.parse("2099-03-02T10:00:00Z");

  private ANewAccount() {}

  public static Account named(String name) {
    String id = Ids.derived(UUID.randomUUID().toString(), "account", "");
    return new Account(
        id,
        "AEC101",
        name,
        NameKey.of("name", name, TheCity.CITY.accounts().legalForms()).key(),
        Ids.derived(id, "handle", ""),
        "electrical",
        Holder.ORGANIZATION,
        Account.Status.ACTIVE,
        id + "@rivera.example",
        "+17195550150",
        contact(),
        "es",
        true,
        TheCity.CITY.terms().version(),
        NOW,
        NOW,
        null,
        1);
  }

  public static Contact contact() {
    return new Contact(
        "Ana",
        "Rivera",
        new Contact.Address("12 Elm Street", null, "Juniper Falls", "CO", "80999"),
        "+17195550150",
        null,
        Contact.Way.EMAIL,
        "es");
  }
}
