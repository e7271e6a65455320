package org.permitportal.platform;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The city's settings, from {@code infrastructure/city}. Their JSON schemas describe each setting,
 * and the build has checked the settings. The settings are divided into topics. A topic is read at
 * its first use, so that a function parses only the topics that it uses. A map of texts has one
 * text for each language.
 */
@Singleton
public class City {
  private final CityTopics topics;
  private final JsonMapper json;
  private final Map<String, Object> read = new ConcurrentHashMap<>();

  public City(CityTopics topics, JsonMapper json, Priming priming) {
    this.topics = topics;
    this.json = json;
    // All topics are read before the snapshot. A topic that is not used later costs no time.
    priming.read(this::readAll);
  }

  /** The topic {@code city}: {@code city.yaml} without the sections that are separate topics. */
  @Serdeable
  record Identity(
      String name,
      String place,
      String state,
      String timeZone,
      List<String> languages,
      Contact contact,
      List<Labelled> staffRoles) {}

  /** The ways to contact the city's office. */
  @Serdeable
  public record Contact(
      Map<String, String> office,
      String phone,
      String email,
      Address address,
      Map<String, String> hours) {}

  /** The city's postal address. */
  @Serdeable
  public record Address(
      String line1, @Nullable String line2, String city, String state, String zip) {}

  /**
   * The terms of the application for an account.
   *
   * @param version a name that changes with each new text
   * @param effective the first day of this version (ISO 8601), in the city's time zone
   */
  @Serdeable
  public record Terms(
      String version, String effective, Map<String, String> title, Map<String, String> text) {}

  /**
   * The settings for setting up an account.
   *
   * @param draftDays the days for which a draft is kept after its last save
   * @param nameHoldHours the hours for which a draft reserves its company name after the name's
   *     last save
   * @param companyList whether the login page shows the list of companies to everybody
   */
  @Serdeable
  public record Registration(int draftDays, int nameHoldHours, boolean companyList) {}

  /** A key with its label, such as a secret question or a staff role. */
  @Serdeable
  public record Labelled(String key, Map<String, String> label) {}

  /**
   * A type of permit.
   *
   * @param blds the value of PermitTypeMapped in the data standard BLDS
   * @param prefix the beginning of this type's permit numbers
   */
  @Serdeable
  public record PermitType(String key, Map<String, String> label, String blds, String prefix) {}

  /** Returns the terms that applicants agree to. */
  public Terms terms() {
    return topic("terms", Argument.of(Terms.class));
  }

  /** Returns the settings for setting up an account. */
  public Registration registration() {
    return topic("registration", Argument.of(Registration.class));
  }

  /** Returns the settings for accounts. */
  public AccountSettings accounts() {
    return topic("accounts", Argument.of(AccountSettings.class));
  }

  /** Returns the settings that protect logging in. */
  public SecuritySettings security() {
    return topic("security", Argument.of(SecuritySettings.class));
  }

  /** Returns the limits for uploads. */
  public FileSettings files() {
    return topic("files", Argument.of(FileSettings.class));
  }

  /**
   * Returns the days for reminders about licenses and for deleting images of identity documents.
   */
  public LicenseSettings licenses() {
    return topic("licenses", Argument.of(LicenseSettings.class));
  }

  /** Returns the settings that all types of permits share. */
  public PermitSettings permits() {
    return topic("permits", Argument.of(PermitSettings.class));
  }

  /** Returns the types of permits, sorted by the names of their files. */
  public List<PermitType> permitTypes() {
    return topic("types", Argument.listOf(PermitType.class));
  }

  private Identity identity() {
    return topic("city", Argument.of(Identity.class));
  }

  public String name() {
    return identity().name();
  }

  /** Returns the city's name as people write it in an address. */
  public String place() {
    return identity().place();
  }

  public String state() {
    return identity().state();
  }

  /** Returns the city's time zone. It determines the city's calendar day. */
  public ZoneId zone() {
    return ZoneId.of(identity().timeZone());
  }

  /** Returns the city's languages. The first one is the default. */
  public List<String> languages() {
    return identity().languages();
  }

  public Contact contact() {
    return identity().contact();
  }

  /** Returns the values that every mail template can use. */
  public Map<String, String> mailValues(String language) {
    return Map.of(
        "city", name(),
        "office", contact().office().getOrDefault(language, ""),
        "cityPhone", contact().phone(),
        "cityEmail", contact().email(),
        "cityHours", contact().hours().getOrDefault(language, ""));
  }

  private void readAll() {
    terms();
    registration();
    accounts();
    security();
    files();
    licenses();
    permits();
    permitTypes();
    identity();
  }

  @SuppressWarnings("unchecked") // A topic is always read as the same type.
  private <T> T topic(String name, Argument<T> type) {
    return (T) read.computeIfAbsent(name, _ -> parse(name, type));
  }

  private <T> T parse(String name, Argument<T> type) {
    try {
      return json.readValue(topics.text(name), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
