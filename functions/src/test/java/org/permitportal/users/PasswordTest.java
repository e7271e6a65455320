package org.permitportal.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.SecuritySettings;
import org.permitportal.platform.TheCity;

class PasswordTest {
  private static final List<String> KNOWN = List.of("Rivera Roofing, LLC", "ana.rivera");
  private final PasswordRules rules = new PasswordRules(TheCity.CITY);

  @Test
  void aLongPhraseWithoutCapitalsAndDigitsWillDo() {
    assertThat(codes("seven tall ladders")).isEmpty();
    assertThat(codes("x7qpmwzk")).isEmpty();
    assertThat(codes("contraseña de mañana")).isEmpty();
    assertThat(codes("correct horse ".repeat(10) + "staple")).isEmpty();
  }

  @Test
  void tooShortAndTooLongAreRefused() {
    assertThat(codes("x7qpmwz")).containsExactly("TOO_SHORT");
    assertThat(codes("x7qpmwzk".repeat(33))).containsExactly("TOO_LONG");
  }

  @Test
  void whatManyUseIsRefused() {
    for (String typed :
        List.of(
            "password",
            "PassWord",
            "password1!",
            "Baseball2026",
            "qwertyuiop",
            "iloveyou",
            "trustno1",
            "permitportal",
            "aaaaaaaa",
            "abababab",
            "12345678",
            "87654321",
            "abcdefghij")) {
      assertThat(codes(typed)).as(typed).containsExactly("COMMON");
    }
  }

  @Test
  void theNameAndTheAddressOfItsOwnerAreRefusedInIt() {
    assertThat(codes("xx-rivera-roofing-llc-99")).containsExactly("KNOWN_WORD");
    assertThat(codes("Ana_Rivera_likes_it")).containsExactly("KNOWN_WORD");
    assertThat(codes("the river has many roofs")).isEmpty();
  }

  @Test
  void blanksAtItsEndsAndControlCharactersAreRefused() {
    assertThat(codes(" seven tall ladders")).containsExactly("BLANK_AT_END");
    assertThat(codes("seven tall ladders\u00a0")).containsExactly("BLANK_AT_END");
    assertThat(codes("seven\ttall ladders")).containsExactly("INVALID");
  }

  @Test
  void aCityMayAskForKindsOfCharacters() {
    SecuritySettings.PasswordRule strict =
        new SecuritySettings.PasswordRule(8, 20, List.of("lower", "upper", "digit", "symbol"));
    PasswordRules asked = new PasswordRules(strict);
    assertThat(code(asked, "x7qpmwzk")).containsExactly("NEEDS_UPPER");
    assertThat(code(asked, "x7qpMwzk")).containsExactly("NEEDS_SYMBOL");
    assertThat(code(asked, "x7qp Mwzk")).isEmpty();
  }

  @Test
  void itIsTheSameFromEveryKeyboardAndThePoolTakesItsBlanks() {
    Password composed = Password.of("contrase\u00f1a larga\u00a0ya");
    Password decomposed = Password.of("contrasen\u0303a larga ya");
    assertThat(composed.reveal()).isEqualTo(decomposed.reveal()).matches("\\S+");
    assertThat(Password.of("a b").reveal()).isNotEqualTo(Password.of("ab").reveal());
  }

  @Property
  void itDoesNotPrintItself(@ForAll @AlphaChars @StringLength(min = 8, max = 60) String typed) {
    assertThat(Password.of(typed).toString()).isEqualTo("Password[***]");
  }

  @Property
  void lettersOfEveryLengthAskedForAreEitherGoodOrCommon(
      @ForAll @AlphaChars @StringLength(min = 8, max = 256) String typed) {
    assertThat(codes(typed)).isSubsetOf("COMMON", "KNOWN_WORD");
  }

  private List<String> codes(String typed) {
    return code(rules, typed);
  }

  private static List<String> code(PasswordRules rules, String typed) {
    List<String> codes = new ArrayList<>();
    rules.check("password", Password.of(typed), KNOWN).map(FieldError::code).ifPresent(codes::add);
    return codes;
  }
}
