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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.files.RefusalReason;
import org.permitportal.platform.City;
import org.permitportal.platform.MailTemplates;
import org.permitportal.platform.TheCity;
import org.permitportal.platform.UnwritableMail;

/** Every mail can be written, in each of the city's languages. */
class MailTemplatesTest {
  private static final Path RESOURCES = Path.of("src/main/resources/mails");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  /** Where code names an event: the notice's, and the one that is sent at once. */
  private static final List<Pattern> EVENTS =
      List.of(
          Pattern.compile("new Notice\\(\\s*\"([a-z-]+)\""),
          Pattern.compile("mailer\\s*\\.(?:send|deliver)\\([^;\"]*\"([a-z-]+)\""));

  /** What a refusal tells besides its reason; see {@link RefusalReason}. */
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

  private static List<String> languages() {
    return context.getBean(City.class).languages();
  }

  private static MailTemplates templates() {
    return context.getBean(MailTemplates.class);
  }

  @Test
  void everyTemplateIsThereInEachLanguageWithTheSamePlaceholders() throws IOException {
    Map<String, Map<String, Set<String>>> placeholders = new TreeMap<>();
    try (Stream<Path> files = Files.list(RESOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
        String[] name = file.getFileName().toString().split("\\.", -1);
        placeholders
            .computeIfAbsent(name[0], _ -> new TreeMap<>())
            .put(name[1], placeholders(Files.readString(file)));
      }
    }
    assertThat(placeholders).containsKeys("footer", "document-refused");
    placeholders.forEach(
        (event, byLanguage) -> {
          assertThat(byLanguage.keySet())
              .as(event)
              .containsExactlyInAnyOrderElementsOf(languages());
          assertThat(Set.copyOf(byLanguage.values())).as(event + " " + byLanguage).hasSize(1);
        });
  }

  @Test
  void everyEventThatCodeNamesHasItsTemplates() throws IOException {
    Set<String> named = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
        named.addAll(events(Files.readString(source)));
      }
    }
    assertThat(named).isNotEmpty();
    for (String event : named) {
      for (String language : languages()) {
        assertThat(RESOURCES.resolve(event + "." + language + ".txt")).exists();
      }
    }
  }

  @Test
  void eventsAreFoundInCodeHoweverItIsWrapped() {
    assertThat(events("outbox.write(\n    new Notice(\n        \"link-approved\", To.USER"))
        .containsExactly("link-approved");
    assertThat(events("mailer.send(\n  person.email(),\n  \"registration-code\", language"))
        .containsExactly("registration-code");
  }

  @Test
  void everyReasonOfARefusalIsSaidInEachLanguage() throws IOException {
    for (String language : languages()) {
      Set<String> keys = new TreeSet<>();
      Properties texts = new Properties();
      try (var in =
          Files.newBufferedReader(RESOURCES.resolve("texts." + language + ".properties"))) {
        texts.load(in);
      }
      for (RefusalReason reason : RefusalReason.values()) {
        Map<String, String> values = new HashMap<>(NUMBERS);
        values.putAll(
            Map.of("file", "plan.pdf", "permit", "BLD26-0042", "reasonKey", reason.messageKey()));
        String text = templates().write("document-refused", language, values).text();
        assertThat(text).as(reason.name()).contains("plan.pdf").doesNotContain("file.refused");
        keys.add(reason.messageKey());
      }
      assertThat(texts.stringPropertyNames())
          .filteredOn(key -> key.startsWith("file."))
          .containsExactlyInAnyOrderElementsOf(keys);
    }
  }

  @Test
  void textsHaveTheSamePlaceholdersInEachLanguage() throws IOException {
    Map<String, Set<Set<String>>> placeholders = new TreeMap<>();
    for (String language : languages()) {
      Properties texts = new Properties();
      try (var in =
          Files.newBufferedReader(RESOURCES.resolve("texts." + language + ".properties"))) {
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
    assertThat(templates().write("document-refused", "en", values).text())
        .contains("The file has 25.1 MB. At most 25 MB are allowed");
    values.put("reasonKey", RefusalReason.LENGTH_DIFFERS.messageKey());
    assertThat(templates().write("document-refused", "es", values).text())
        .contains("25,1 MB de 1 kB");
  }

  @Test
  void whatPeopleTypedStaysOnItsLineAndIsNoMarkup() {
    MailTemplates.Mail mail =
        templates()
            .write(
                "document-refused",
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
  void aMissingValueOrTemplateIsAnError() {
    assertThatThrownBy(() -> templates().write("document-refused", "en", Map.of()))
        .isInstanceOf(UnwritableMail.class);
    assertThatThrownBy(() -> templates().write("no-such-mail", "en", Map.of()))
        .isInstanceOf(UnwritableMail.class);
    assertThatThrownBy(
            () -> templates().write("document-refused", "en", Map.of("reasonKey", "no.such")))
        .isInstanceOf(UnwritableMail.class);
  }

  private static Set<String> events(String source) {
    return EVENTS.stream()
        .flatMap(pattern -> pattern.matcher(source).results())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
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
