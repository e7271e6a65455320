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
 * Sentences that a mail chooses from, such as why a file was refused: {@code
 * mails/texts.<language>.properties}. Placeholders work as in the mails. Numbers of bytes are
 * written in kB or MB.
 */
@Singleton
public class MailTexts {
  private static final int KILO = 1024;

  /**
   * Writes one text in a language.
   *
   * @throws UnwritableMail when there is no such text or a placeholder has no value
   */
  String write(String key, String language, Map<String, String> values) {
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

  /**
   * Writes a size, rounded up, so that a file that is just too large does not seem small enough.
   */
  private static String size(long bytes, Locale locale) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    boolean mega = bytes >= (long) KILO * KILO;
    BigDecimal unit = BigDecimal.valueOf(mega ? (long) KILO * KILO : KILO);
    BigDecimal amount = BigDecimal.valueOf(bytes).divide(unit, mega ? 1 : 0, RoundingMode.UP);
    return format.format(amount) + (mega ? " MB" : " kB");
  }

  private static Properties read(String language) {
    String name = "/mails/texts." + language + ".properties";
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
