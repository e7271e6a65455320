package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Writes the texts that mails refer to by a key, such as the reason why a file was refused. The
 * texts are in {@code messages/<language>/mails/texts.properties}; some are labels in the city's
 * settings. Placeholders work as in mails. Numbers of bytes are written in kB or MB.
 */
@Singleton
public class MailTexts {
  /** The key of the text that stands in place of a role when a notice names no role. */
  public static final String UNSTATED_ROLE = "memberRole.unstated";

  private static final int KILO = 1024;
  private static final String PARTY_ROLE = "partyRole.";
  private static final String PERMIT_STATUS = "permitStatus.";
  private final City city;

  public MailTexts(City city) {
    this.city = city;
  }

  /** Returns the key for the label of a role on a permit. */
  public static String partyRole(String role) {
    return PARTY_ROLE + role;
  }

  /** Returns the key for the city's name of a permit's status. */
  public static String permitStatus(Enum<?> status) {
    return PERMIT_STATUS + status.name();
  }

  /** Returns the key for the name of a role in an account. */
  public static String memberRole(Caller.MemberRole role) {
    return "memberRole." + role.name();
  }

  /**
   * Writes one text in a language.
   *
   * @throws UnwritableMail when no text has this key or a placeholder has no value
   */
  String write(String key, String language, Map<String, String> values) {
    if (key.startsWith(PARTY_ROLE)) {
      return partyRole(key.substring(PARTY_ROLE.length()), language);
    }
    if (key.startsWith(PERMIT_STATUS)) {
      return permitStatus(key.substring(PERMIT_STATUS.length()), language);
    }
    String text = read(language).getProperty(key);
    if (text == null) {
      throw new UnwritableMail("No text " + key + " in " + language);
    }
    Map<String, String> readable = new HashMap<>(values);
    readable.replaceAll(
        (name, value) ->
            (name.equals("bytes") || name.endsWith("Bytes")) && value.matches("\\d{1,18}")
                ? size(Long.parseLong(value), Locale.forLanguageTag(language))
                : value);
    return MailTemplates.fill(text, readable, key);
  }

  /** Returns the role's label. For a role that the city has removed, returns the role's key. */
  private String partyRole(String role, String language) {
    return city.permits().partyRole(role).map(found -> found.label().get(language)).orElse(role);
  }

  private String permitStatus(String status, String language) {
    return city.permits().statuses().stream()
        .filter(words -> words.status().equals(status))
        .findFirst()
        .map(words -> words.label().get(language))
        .orElse(status);
  }

  /**
   * Writes a size in kB or MB, rounded up. Otherwise a file just over the limit would seem to be
   * within it.
   */
  private static String size(long bytes, Locale locale) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    boolean mega = bytes >= (long) KILO * KILO;
    BigDecimal unit = BigDecimal.valueOf(mega ? (long) KILO * KILO : KILO);
    BigDecimal amount = BigDecimal.valueOf(bytes).divide(unit, mega ? 1 : 0, RoundingMode.UP);
    return format.format(amount) + (mega ? " MB" : " kB");
  }

  private static Properties read(String language) {
    String name = "/messages/" + language + "/mails/texts.properties";
    try (InputStream in = MailTexts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new UnwritableMail("No " + name);
      }
      Properties texts = new Properties();
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
