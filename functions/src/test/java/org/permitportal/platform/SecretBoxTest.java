package org.permitportal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.TheBeans;

/** Tests that clients can keep encrypted data that they can neither read nor change. */
class SecretBoxTest {
  private static ApplicationContext beans;
  private static SecretBox box;

  @BeforeAll
  static void start() {
    beans = TheBeans.of("AnswerQuestionFunction");
    box = beans.getBean(SecretBox.class);
  }

  @AfterAll
  static void stop() {
    beans.close();
  }

  @Test
  void whatWasSealedIsOpenedForItsPurposeOnly() {
    for (String text : new String[] {"", "Ñandú & Söhne", "x".repeat(3000)}) {
      String sealed = box.seal("test", text);
      assertThat(sealed).matches(SecretBox.PATTERN);
      assertThat(box.open("test", sealed)).contains(text);
      assertThat(box.open("other", sealed)).isEmpty();
    }
  }

  @Test
  void nothingOfItCanBeReadAndTheLengthOfShortTextsTellsNothing() {
    String sealed = box.seal("test", "Rivera");
    assertThat(box.seal("test", "Rivera")).isNotEqualTo(sealed).hasSameSizeAs(sealed);
    assertThat(box.seal("test", "x".repeat(400))).hasSameSizeAs(sealed);
  }

  @Test
  void whatIsChangedAnywhereIsNothing() {
    String sealed = box.seal("test", "Rivera");
    for (int i = 0; i < sealed.length() - 1; i += 7) {
      char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(box.open("test", sealed.substring(0, i) + other + sealed.substring(i + 1)))
          .isEmpty();
    }
    for (String text : new String[] {"", "A", "AAAA", "?", "A".repeat(16), "A".repeat(40)}) {
      assertThat(box.open("test", text)).isEmpty();
    }
  }
}
