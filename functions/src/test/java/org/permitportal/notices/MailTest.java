package org.permitportal.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.platform.City;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.TheCity;
import org.permitportal.platform.UnwritableMail;

/**
 * Tests that the enum {@code Mail}, the template files and the code that sends mails name the same
 * mails.
 */
class MailTest {
  private static final Path MESSAGES = Path.of("../messages");
  private static final Path CODE = Path.of("src/main/java");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
  private static final Pattern SENT = Pattern.compile("\\bMail\\s*\\.\\s*([A-Z_]+)\\b");
  private static City city;

  @BeforeAll
  static void start() {
    try (ApplicationContext context = TheCity.beans()) {
      city = context.getBean(City.class);
    }
  }

  @Test
  void everyMailHasATextInEachLanguageAndEveryTextItsMail() throws IOException {
    Set<String> wanted = new TreeSet<>(Set.of("footer.txt", "texts.properties"));
    for (Mail mail : Mail.values()) {
      wanted.add(mail.template() + ".txt");
    }
    for (Path mails : mailsOfEachLanguage()) {
      try (Stream<Path> files = Files.list(mails)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .as(mails.toString())
            .containsExactlyInAnyOrderElementsOf(wanted);
      }
    }
  }

  @Test
  void everyTextHasThePlaceholdersOfItsMailInEachLanguage() throws IOException {
    for (Mail mail : Mail.values()) {
      for (Path mails : mailsOfEachLanguage()) {
        Path file = mails.resolve(mail.template() + ".txt");
        Set<String> placeholders =
            PLACEHOLDER
                .matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !city.mailValues("en").containsKey(name))
                .collect(Collectors.toSet());
        assertThat(placeholders)
            .as(file.toString())
            .containsExactlyInAnyOrderElementsOf(
                mail.valueNames().stream().map(name -> name.replaceAll("(Key|Day)$", "")).toList());
      }
    }
  }

  /**
   * Returns the folder of mails of each language that has messages. The city need not use the
   * language.
   */
  private static List<Path> mailsOfEachLanguage() throws IOException {
    try (Stream<Path> languages = Files.list(MESSAGES)) {
      List<Path> mails = languages.map(language -> language.resolve("mails")).sorted().toList();
      assertThat(mails).hasSizeGreaterThan(1);
      return mails;
    }
  }

  @Test
  void everyMailIsSentBySomeCode() throws IOException {
    Set<Mail> sent = EnumSet.noneOf(Mail.class);
    try (Stream<Path> sources = Files.walk(CODE)) {
      for (Path source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
        if (!source.endsWith("platform/Mail.java")) {
          SENT.matcher(Files.readString(source))
              .results()
              .forEach(found -> sent.add(Mail.valueOf(found.group(1))));
        }
      }
    }
    assertThat(sent).containsExactlyInAnyOrder(Mail.values());
  }

  @Test
  void aMailWithACodeIsSentByTheRequestItselfAndNeverWaits() {
    List<Mail> withCode =
        Arrays.stream(Mail.values()).filter(mail -> mail.valueNames().contains("code")).toList();
    assertThat(withCode).isNotEmpty().allMatch(Mail::sentAtOnce);
    assertThatThrownBy(
            () -> new Notice(Mail.EMAIL_CODE, "user", Map.of("code", "1", "minutes", "15")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNoticeWithoutItsValuesIsRefusedWhereItIsMade() {
    assertThatThrownBy(() -> new Notice(Mail.WELCOME, "user", Map.of("name", "Rivera")))
        .isInstanceOf(UnwritableMail.class);
  }
}
