package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes mails from templates. Each {@link Mail} has a template in each language, {@code
 * messages/<language>/mails/<template>.txt}. The template's first line is the subject; the
 * paragraphs follow. Words in braces, such as {@code {name}}, are placeholders. The HTML part is
 * the same text, escaped, with clickable links. Every mail ends with the city's contact details.
 */
@Singleton
public class MailTemplates {
  private static final String PORTAL = "portal";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<&]+(?:&amp;[^\\s<&]+)*");
  private static final String KEY = "Key";
  private static final String DAY = "Day";
  private final City city;
  private final MailTexts texts;

  public MailTemplates(City city, MailTexts texts) {
    this.city = city;
    this.texts = texts;
  }

  /** A mail that is ready to be sent. */
  public record Message(String subject, String text, String html) {}

  /**
   * Writes a mail.
   *
   * @param values the values that the mail needs, with keys and days as {@link Mail} describes
   * @throws UnwritableMail when a value or a text is missing
   */
  public Message write(Mail mail, String language, Map<String, String> values) {
    mail.check(values);
    String template = read(mail.template(), language) + "\n" + read("footer", language);
    Map<String, String> all = new HashMap<>(city.mailValues(language));
    all.putAll(values);
    values.forEach(
        (name, value) -> {
          if (name.endsWith(KEY)) {
            all.put(
                name.substring(0, name.length() - KEY.length()),
                texts.write(value, language, values));
          } else if (name.endsWith(DAY)) {
            all.put(name.substring(0, name.length() - DAY.length()), day(value, language));
          }
        });
    String filled = fill(template, all, mail.template());
    int end = filled.indexOf('\n');
    String text = filled.substring(end + 1).strip() + "\n";
    return new Message(filled.substring(0, end).strip(), text, html(text, language));
  }

  private static String day(String iso, String language) {
    try {
      return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
          .withLocale(Locale.of(language, "US"))
          .format(LocalDate.parse(iso));
    } catch (DateTimeParseException _) {
      throw new UnwritableMail("A value is no day");
    }
  }

  static String fill(String template, Map<String, String> values, String event) {
    Matcher matcher = PLACEHOLDER.matcher(template);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      String value = values.get(matcher.group(1));
      if (value == null) {
        throw new UnwritableMail("No value for {" + matcher.group(1) + "} in " + event);
      }
      String shown = matcher.group(1).equals(PORTAL) ? value : unlinked(oneLine(value));
      matcher.appendReplacement(text, Matcher.quoteReplacement(shown));
    }
    return matcher.appendTail(text).toString();
  }

  /**
   * Replaces line breaks, control characters and direction marks with spaces. So a person's input
   * cannot start a new line or a mail header, and cannot change the text's direction.
   */
  private static String oneLine(String value) {
    return value.replaceAll(
        "[\\p{Cntrl}\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", " ");
  }

  /**
   * Prevents a person's input from becoming a link, because the city's mails must not lead to a
   * stranger's page.
   */
  private static String unlinked(String value) {
    return value.replace("://", ": //");
  }

  private static String html(String text, String language) {
    StringBuilder html = new StringBuilder();
    html.append("<!doctype html><html lang=\"").append(language).append("\"><body>");
    for (String paragraph : text.split("\n\n+", -1)) {
      String escaped =
          paragraph
              .strip()
              .replace("&", "&amp;")
              .replace("<", "&lt;")
              .replace(">", "&gt;")
              .replace("\"", "&quot;")
              .replace("\n", "<br>");
      html.append("<p>").append(LINK.matcher(escaped).replaceAll("<a href=\"$0\">$0</a>"));
      html.append("</p>");
    }
    return html.append("</body></html>\n").toString();
  }

  private static String read(String event, String language) {
    String name = "/messages/" + language + "/mails/" + event + ".txt";
    try (InputStream in = MailTemplates.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new UnwritableMail("No " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
