package org.permitportal.registrations;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.permitportal.accounts.ANewAccount;
import org.permitportal.accounts.NameKey;
import org.permitportal.platform.AccountSettings.Holder;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.TheCity;
import org.permitportal.users.Email;

/** Makes registrations in the states after the wizard's steps. Each has its own id. */
final class ARegistration {
  static final City CITY = TheCity.CITY;

  /**
   * The time of these registrations. It is far in the future, so that the sweeper in other tests
   * does not find them.
   */
  static final Instant NOW = Instant.parse("2099-03-02T10:00:00Z");

  private ARegistration() {}

  static Registration started() {
    return Registration.start(id(), "hash", "en", CITY, NOW);
  }

  static Registration endingAt(Instant expiry) {
    Duration life = Duration.ofDays(CITY.registration().draftDays());
    return Registration.start(id(), "hash", "en", CITY, expiry.minus(life));
  }

  static Registration withCompany(Registration before, String name) {
    return before.withCompany(company(name, before.id()), "first-tool", CITY, NOW);
  }

  static Registration withContact(Registration before, String name) {
    return before.withContact(company(name, before.id()), ANewAccount.contact(), CITY, NOW);
  }

  static Registration complete(String name) {
    return withContact(withCompany(started(), name).withCredentials(true), name);
  }

  private static String id() {
    return Ids.derived(UUID.randomUUID().toString(), "draft", "");
  }

  private static Company company(String name, String draftId) {
    return new Company(
        "electrical",
        Holder.ORGANIZATION,
        name,
        NameKey.of("name", name, CITY.accounts().legalForms()).key(),
        NOW.plus(Duration.ofDays(1)),
        Email.find(draftId + "@rivera.example").orElseThrow(),
        "+17195550150",
        Map.of("number", "EC.0100"),
        true);
  }
}
