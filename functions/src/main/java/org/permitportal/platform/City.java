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
 * The city's settings, {@code infrastructure/city}. The build has checked them against their
 * schemas, which describe each setting. Each topic is read when it is first asked for, so that a
 * function parses only what it uses. Maps of texts have one text for each language.
 */
@Singleton
public class City {
  private final CityTopics topics;
  private final JsonMapper json;
  private final Map<String, Object> read = new ConcurrentHashMap<>();

  public City(CityTopics topics, JsonMapper json, Priming priming) {
    this.topics = topics;
    this.json = json;
    // A snapshot holds every topic: what a restored copy does not use costs it nothing.
    priming.read(this::readAll);
  }

  /** The city itself: {@code city.yaml} without the sections that are topics of their own. */
  @Serdeable
  record Identity(
      String name,
      String place,
      String state,
      String timeZone,
      List<String> languages,
      Contact contact,
      List<Labelled> staffRoles) {}

  /** How to reach the city. */
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
   * The AEC application's terms.
   *
   * @param effective the first day on which they apply, ISO 8601, in the city's zone
   */
  @Serdeable
  public record Terms(
      String version, String effective, Map<String, String> title, Map<String, String> text) {}

  /**
   * How many days a draft lives and how many hours it holds its name, both after its last save, and
   * whether the company list is shown.
   */
  @Serdeable
  public record Registration(int draftDays, int nameHoldHours, boolean companyList) {}

  /** Something with a key and a label. */
  @Serdeable
  public record Labelled(String key, Map<String, String> label) {}

  /**
   * A type of permit.
   *
   * @param blds the value of BLDS PermitTypeMapped
   */
  @Serdeable
  public record PermitType(String key, Map<String, String> label, String blds, String prefix) {}

  /** The terms that people agree to. */
  public Terms terms() {
    return topic("terms", Argument.of(Terms.class));
  }

  /** How an account is applied for. */
  public Registration registration() {
    return topic("registration", Argument.of(Registration.class));
  }

  /** What accounts are like. */
  public AccountSettings accounts() {
    return topic("accounts", Argument.of(AccountSettings.class));
  }

  /** What guards signing in. */
  public SecuritySettings security() {
    return topic("security", Argument.of(SecuritySettings.class));
  }

  /** The limits of uploads. */
  public FileSettings files() {
    return topic("files", Argument.of(FileSettings.class));
  }

  /** Days that matter for licenses and images of identity documents. */
  public LicenseSettings licenses() {
    return topic("licenses", Argument.of(LicenseSettings.class));
  }

  /** What permits of every type are like. */
  public PermitSettings permits() {
    return topic("permits", Argument.of(PermitSettings.class));
  }

  /** The types of permits, sorted by the names of their files. */
  public List<PermitType> permitTypes() {
    return topic("types", Argument.listOf(PermitType.class));
  }

  private Identity identity() {
    return topic("city", Argument.of(Identity.class));
  }

  public String name() {
    return identity().name();
  }

  /** The city as it is written in addresses. */
  public String place() {
    return identity().place();
  }

  public String state() {
    return identity().state();
  }

  /** The city's time zone, which determines its calendar day. */
  public ZoneId zone() {
    return ZoneId.of(identity().timeZone());
  }

  /** The city's languages; the first one is the default. */
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
