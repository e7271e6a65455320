package org.permitportal.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.files.RefusalReason;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.City;
import org.permitportal.platform.Mail;
import org.permitportal.platform.MailTemplates;
import org.permitportal.platform.MailTexts;
import org.permitportal.platform.PermitSettings;
import org.permitportal.platform.TheCity;
import org.permitportal.platform.UnwritableMail;

/** Tests that every mail can be written in each language that has a folder of messages. */
class MailTemplatesTest {
  private static final Path MESSAGES = Path.of("../messages");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  /** The values of a refusal in addition to its reason; see {@link RefusalReason}. */
  private static final Map<String, String> NUMBERS =
      Map.of(
          "bytes", "26214401",
          "maxBytes", "26214400",
          "declaredBytes", "900",
          "allowed", "JPEG, PDF",
          "declared", "PDF",
          "maxPages", "10000",
          "width", "60000",
          "height", "60001",
          "maxPixels", "200000000");

  private static ApplicationContext context;

  @BeforeAll
  static void start() {
    context = TheCity.beans();
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  /** Returns the languages that have a folder of messages. The sample city need not use them. */
  private static List<String> languages() throws IOException {
    try (Stream<Path> folders = Files.list(MESSAGES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  private static MailTemplates templates() {
    return context.getBean(MailTemplates.class);
  }

  @Test
  void everyReasonOfARefusalIsSaidInEachLanguage() throws IOException {
    for (String language : languages()) {
      Set<String> keys = new TreeSet<>();
      Properties texts = new Properties();
      try (var in =
          Files.newBufferedReader(MESSAGES.resolve(language + "/mails/texts.properties"))) {
        texts.load(in);
      }
      for (RefusalReason reason : RefusalReason.values()) {
        Map<String, String> values = new HashMap<>(NUMBERS);
        values.putAll(
            Map.of("file", "plan.pdf", "permit", "BLD26-0042", "reasonKey", reason.messageKey()));
        String text = templates().write(Mail.DOCUMENT_REFUSED, language, values).text();
        assertThat(text).as(reason.name()).contains("plan.pdf").doesNotContain("file.refused");
        keys.add(reason.messageKey());
      }
      assertThat(texts.stringPropertyNames())
          .filteredOn(key -> key.startsWith("file."))
          .containsExactlyInAnyOrderElementsOf(keys);
    }
  }

  @Test
  void everyRoleInAnAccountOrOnAPermitIsNamedInEachLanguage() {
    City city = context.getBean(City.class);
    for (String language : city.languages()) {
      for (MemberRole role : MemberRole.values()) {
        Map<String, String> values =
            Map.of("company", "Rivera", "roleKey", MailTexts.memberRole(role));
        assertThat(templates().write(Mail.MEMBER_CHANGED, language, values).text())
            .doesNotContain(role.name());
      }
      for (PermitSettings.PartyRole role : city.permits().partyRoles()) {
        Map<String, String> values =
            Map.of("permit", "B-1", "address", "Elm", "roleKey", MailTexts.partyRole(role.key()));
        assertThat(templates().write(Mail.LINK_APPROVED, language, values).text())
            .contains(": " + role.label().get(language) + ".");
      }
    }
  }

  @Test
  void textsHaveTheSamePlaceholdersInEachLanguage() throws IOException {
    Map<String, Set<Set<String>>> placeholders = new TreeMap<>();
    for (String language : languages()) {
      Properties texts = new Properties();
      try (var in =
          Files.newBufferedReader(MESSAGES.resolve(language + "/mails/texts.properties"))) {
        texts.load(in);
      }
      texts.forEach(
          (key, text) ->
              placeholders
                  .computeIfAbsent((String) key, _ -> new java.util.HashSet<>())
                  .add(placeholders((String) text)));
    }
    assertThat(placeholders).isNotEmpty().allSatisfy((_, sets) -> assertThat(sets).hasSize(1));
  }

  @Test
  void sizesAreWrittenForPeopleAndRoundedUp() {
    Map<String, String> values = new HashMap<>(NUMBERS);
    values.putAll(
        Map.of(
            "file", "a.pdf",
            "permit", "BLD26-0042",
            "reasonKey", RefusalReason.TOO_LARGE.messageKey()));
    assertThat(templates().write(Mail.DOCUMENT_REFUSED, "en", values).text())
        .contains("The file has 25.1 MB. At most 25 MB are allowed");
    values.put("reasonKey", RefusalReason.LENGTH_DIFFERS.messageKey());
    assertThat(templates().write(Mail.DOCUMENT_REFUSED, "es", values).text())
        .contains("25,1 MB de 1 kB");
  }

  @Test
  void whatPeopleTypedStaysOnItsLineAndIsNoMarkup() {
    MailTemplates.Message mail =
        templates()
            .write(
                Mail.DOCUMENT_REFUSED,
                "en",
                Map.of(
                    "file", "<b>{reason}\r\nBcc: all",
                    "permit", "X\nY",
                    "reasonKey", RefusalReason.EMPTY.messageKey()));
    assertThat(mail.subject()).isEqualTo("A document for permit X Y was not accepted");
    assertThat(mail.text()).contains("\"<b>{reason}  Bcc: all\"");
    assertThat(mail.html()).contains("&lt;b&gt;").doesNotContain("<b>");
  }

  @Test
  void aMissingValueTextOrTemplateIsAnError() {
    assertThatThrownBy(() -> templates().write(Mail.DOCUMENT_REFUSED, "en", Map.of()))
        .isInstanceOf(UnwritableMail.class);
    assertThatThrownBy(() -> Mail.ofTemplate("no-such-mail")).isInstanceOf(UnwritableMail.class);
    assertThatThrownBy(() -> templates().write(Mail.EMAIL_TAKEN, "xx", Map.of()))
        .isInstanceOf(UnwritableMail.class);
    assertThatThrownBy(
            () ->
                templates()
                    .write(
                        Mail.DOCUMENT_REFUSED,
                        "en",
                        Map.of("file", "a.pdf", "permit", "B-1", "reasonKey", "no.such")))
        .isInstanceOf(UnwritableMail.class);
  }

  private static Set<String> placeholders(String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
