package org.permitportal.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.permitportal.platform.SecuritySettings;

class SecretAnswerTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final SecuritySettings.SecretAnswers DEPLOYED =
      new SecuritySettings.SecretAnswers(19_456, 2);

  @Test
  void caseBlanksAndPunctuationDoNotCount() {
    String stored = SecretAnswer.of("St. John's  Avenue").hash(DEPLOYED, RANDOM);
    assertThat(SecretAnswer.of("st johns avenue").matches(stored)).isTrue();
    assertThat(SecretAnswer.of("STJOHNSAVENUE!").matches(stored)).isTrue();
    assertThat(SecretAnswer.of("St. Jon's Avenue").matches(stored)).isFalse();
  }

  @Test
  void lettersThatLookTheSameAreTheSameHoweverTheyAreStored() {
    String stored = SecretAnswer.of("Pe\u00f1a \uff11\uff12").hash(DEPLOYED, RANDOM);
    assertThat(SecretAnswer.of("pen\u0303a 12").matches(stored)).isTrue();
    assertThat(SecretAnswer.of("pena 12").matches(stored)).isFalse();
  }

  @Test
  void theHashTellsItsParametersAndIsNeverTheSameTwice() {
    SecretAnswer answer = SecretAnswer.of("circular saw");
    String stored = answer.hash(DEPLOYED, RANDOM);
    assertThat(stored)
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}")
        .isNotEqualTo(answer.hash(DEPLOYED, RANDOM))
        .doesNotContain("circular");
  }

  @Test
  void aHashOfTheReferenceImplementationIsUnderstood() {
    String stored =
        "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA"
            + "$YBCA7c4U+/0IcMYfdatevJLM7lqEo+DIRyssgGiuxrI";
    assertThat(SecretAnswer.of("Circular saw").matches(stored)).isTrue();
    assertThat(SecretAnswer.of("Band saw").matches(stored)).isFalse();
  }

  @Test
  void whatIsNoHashIsNotTakenForOne() {
    assertThatThrownBy(() -> SecretAnswer.of("x").matches("circularsaw"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tooLittleIsNoAnswer() {
    assertThat(SecretAnswer.of("- a. b -").tooShort()).isTrue();
    assertThat(SecretAnswer.of("Joe").tooShort()).isFalse();
  }

  @Property(tries = 20)
  void everyWayToWriteItMatches(@ForAll @AlphaChars @StringLength(min = 3, max = 40) String typed) {
    String stored = SecretAnswer.of(typed).hash(DEPLOYED, RANDOM);
    assertThat(SecretAnswer.of(" " + typed.toUpperCase(Locale.ROOT) + "?").matches(stored))
        .isTrue();
    assertThat(SecretAnswer.of(typed + "x").matches(stored)).isFalse();
    assertThat(SecretAnswer.of(typed).toString()).isEqualTo("SecretAnswer[***]");
  }
}
