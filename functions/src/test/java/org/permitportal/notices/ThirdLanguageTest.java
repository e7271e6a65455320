package org.permitportal.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.permitportal.platform.Mail;
import org.permitportal.platform.MailTemplates;
import org.permitportal.platform.TheCity;

/**
 * Tests that a language of mails needs only a folder of messages. The test makes a French folder
 * from the English mails.
 */
class ThirdLanguageTest {
  private static final Path ENGLISH = Path.of("../messages/en/mails");

  /** The French folder, on the class path like the other folders of messages. */
  private static final Path FRENCH = Path.of("target/test-classes/messages/fr/mails");

  @BeforeEach
  void translate() throws IOException {
    Files.createDirectories(FRENCH);
    try (Stream<Path> files = Files.list(ENGLISH)) {
      for (Path file : files.toList()) {
        Files.writeString(FRENCH.resolve(file.getFileName()), "[fr] " + Files.readString(file));
      }
    }
  }

  @AfterEach
  void remove() throws IOException {
    try (Stream<Path> files = Files.list(FRENCH)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(FRENCH);
    Files.delete(FRENCH.getParent());
  }

  @Test
  void aFolderOfMessagesIsALanguageOfTheMails() {
    Map<String, String> values =
        Map.of("file", "plan.pdf", "permit", "BLD26-0042", "reasonKey", "file.refused.empty");
    try (ApplicationContext context = TheCity.beans()) {
      MailTemplates.Message mail =
          context.getBean(MailTemplates.class).write(Mail.DOCUMENT_REFUSED, "fr", values);
      assertThat(mail.subject()).startsWith("[fr] ").contains("BLD26-0042");
      assertThat(mail.html()).contains("<html lang=\"fr\">");
    }
  }
}
