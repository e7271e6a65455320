package org.permitportal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void aLineHoldsNothingThatIsNotSeen() {
    assertThat(
            formats().mapToObj(Character::toString).filter(one -> ("a" + one).matches(Text.LINE)))
        // These signs of Arabic and Syriac script are visible, because they enclose the letters
        // after them.
        .isSubsetOf(
            "\u0600", "\u0601", "\u0602", "\u0603", "\u0604", "\u0605", "\u06DD", "\u070F",
            "\u0890", "\u0891", "\u08E2");
    assertThat(List.of("a\nb", "a\tb", "a\u2028b", "a\u0085b"))
        .noneMatch(s -> s.matches(Text.LINE));
    assertThat("José Núñez & Söhne, Inc. 山田").matches(Text.FILLED);
    assertThat(" ").doesNotMatch(Text.FILLED);
  }

  private static IntStream formats() {
    return IntStream.rangeClosed(0, Character.MAX_VALUE)
        .filter(one -> Character.getType(one) == Character.FORMAT);
  }
}
