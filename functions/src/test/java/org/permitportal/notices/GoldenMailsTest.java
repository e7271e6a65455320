package org.permitportal.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.permitportal.platform.City;
import org.permitportal.platform.Mail;
import org.permitportal.platform.MailTemplates;
import org.permitportal.platform.TheCity;

/**
 * Compares every mail, word for word, with the files in {@code src/test/resources/golden-mails}.
 * After a change of a text, {@code -Dmails.write} writes the files again. Then check their
 * differences.
 */
class GoldenMailsTest {
  /**
   * The folder of the expected mails. Its name is not {@code mails}, because it would then hide the
   * real mails on the class path.
   */
  private static final Path GOLDEN = Path.of("src/test/resources/golden-mails");

  /** A value for each placeholder. All mails use the same value. */
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("account", "Rivera & Daughters Roofing"),
          Map.entry("address", "12 Elm Street"),
          Map.entry("answer", "The permit names another contractor."),
          Map.entry("by", "Ana Rivera"),
          Map.entry("code", "493017"),
          Map.entry("effectiveDay", "2027-07-07"),
          Map.entry("expiresDay", "2027-06-30"),
          Map.entry("days", "7"),
          Map.entry("email", "ana@rivera.example"),
          Map.entry("file", "plan <2>.pdf"),
          Map.entry("licenseNumber", "RC-20417"),
          Map.entry("company", "Rivera & Daughters Roofing"),
          Map.entry("hours", "24"),
          Map.entry("member", "Mara Rivera"),
          Map.entry("minutes", "15"),
          Map.entry("name", "Rivera & Daughters Roofing"),
          Map.entry("number", "AEC1042"),
          Map.entry("permit", "BLD26-0042"),
          Map.entry("person", "Ana Rivera"),
          Map.entry("portal", "https://permits.juniperfalls.example"),
          Map.entry("reasonKey", "file.refused.encryptedPdf"),
          Map.entry("statusKey", "permitStatus.ISSUED"),
          Map.entry("whatKey", "license.license"));

  private static final Map<Mail, String> ROLES =
      Map.of(Mail.LINK_APPROVED, "partyRole.contractor-of-record");

  private static ApplicationContext context;

  @BeforeAll
  static void start() {
    context = TheCity.beans();
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @TestFactory
  Stream<DynamicTest> everyMailIsWhatItWas() throws IOException {
    Map<String, String> written = new TreeMap<>();
    for (Mail mail : Mail.values()) {
      for (String language : context.getBean(City.class).languages()) {
        written.put(mail.template() + "." + language + ".txt", mail(mail, language));
      }
    }
    if (System.getProperty("mails.write") != null) {
      Files.createDirectories(GOLDEN);
      for (Map.Entry<String, String> mail : written.entrySet()) {
        Files.writeString(GOLDEN.resolve(mail.getKey()), mail.getValue());
      }
    }
    return written.entrySet().stream()
        .map(
            mail ->
                DynamicTest.dynamicTest(
                    mail.getKey(),
                    () -> assertThat(GOLDEN.resolve(mail.getKey())).hasContent(mail.getValue())));
  }

  @Test
  void noMailIsKeptThatIsNotWritten() throws IOException {
    try (Stream<Path> kept = Files.list(GOLDEN)) {
      assertThat(kept.map(f -> f.getFileName().toString().split("\\.", 2)[0]))
          .isNotEmpty()
          .allSatisfy(template -> assertThat(Mail.ofTemplate(template)).isNotNull());
    }
  }

  @Test
  void everyMailSaysWhatHappenedWhatToDoAndWhomToAsk() {
    City city = context.getBean(City.class);
    for (Mail event : Mail.values()) {
      for (String language : city.languages()) {
        MailTemplates.Message mail = written(event, language);
        String name = event + " in " + language;
        assertThat(mail.subject()).as(name).isNotBlank().hasSizeLessThanOrEqualTo(78);
        assertThat(mail.subject()).as(name).doesNotContain("{").doesNotContain("\n");
        assertThat(mail.text().split("\n\n", -1).length).as(name).isGreaterThanOrEqualTo(3);
        city.mailValues(language)
            .forEach(
                (key, value) -> {
                  if (Set.of("cityPhone", "cityEmail").contains(key)) {
                    assertThat(mail.text()).as(name).contains(value);
                  }
                });
      }
    }
  }

  /**
   * A malicious value: markup, a mail header, a link and characters that change the text's
   * direction.
   */
  private static final String TYPED =
      "</p><script>alert(1)</script>\"><img src=x>\r\nBcc: all@evil.example\r\n\r\n"
          + "https://evil.example\u202e\u2028&amp;";

  /** The names of the values that the portal itself makes. People cannot type them. */
  private static final Set<String> OURS =
      Set.of("portal", "code", "reasonKey", "statusKey", "whatKey", "effectiveDay", "expiresDay");

  @Test
  void whateverIsTypedIntoAnyPlaceMakesNoHeaderNoLineNoMarkupAndNoLink() {
    int places = 0;
    for (Mail event : Mail.values()) {
      for (String language : context.getBean(City.class).languages()) {
        MailTemplates.Message plain = written(event, language);
        for (String place : VALUES.keySet()) {
          if (OURS.contains(place)) {
            continue;
          }
          MailTemplates.Message mail = written(event, language, Map.of(place, TYPED));
          String name = place + " in " + event + "." + language;
          places += mail.equals(plain) ? 0 : 1;
          assertThat(mail.subject()).as(name).doesNotContainPattern("[\\p{Cntrl}\u2028\u202e]");
          assertThat(mail.text().lines().count()).as(name).isEqualTo(plain.text().lines().count());
          assertThat(mail.text()).as(name).doesNotContain("https://evil").doesNotContain("\u202e");
          assertThat(tags(mail.html())).as(name).isEqualTo(tags(plain.html()));
          assertThat(mail.html()).as(name).doesNotContainPattern("&(?!amp;|lt;|gt;|quot;)");
        }
      }
    }
    assertThat(places).isGreaterThan(90);
  }

  /** Returns the parts that a mail program would read as markup. */
  private static List<String> tags(String html) {
    return Pattern.compile("<[^>]*>").matcher(html).results().map(found -> found.group()).toList();
  }

  private static MailTemplates.Message written(Mail mail, String language) {
    return written(mail, language, Map.of());
  }

  private static MailTemplates.Message written(
      Mail mail, String language, Map<String, String> changed) {
    Map<String, String> values = new HashMap<>(VALUES);
    values.put("roleKey", ROLES.getOrDefault(mail, "memberRole.OWNER"));
    values.putAll(changed);
    return context.getBean(MailTemplates.class).write(mail, language, values);
  }

  private static String mail(Mail mail, String language) {
    MailTemplates.Message message = written(mail, language);
    return "Subject: " + message.subject() + "\n\n" + message.text() + "\n" + message.html();
  }
}
