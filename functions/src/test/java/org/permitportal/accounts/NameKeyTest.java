package org.permitportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.permitportal.platform.Problem;

class NameKeyTest {
  private static final List<String> FORMS =
      List.of("LLC", "LC", "LP", "PC", "Inc", "Incorporated", "Co", "Company", "Ltd", "Limited");

  @Test
  void caseAccentsPunctuationSpacesAndLegalFormsMakeNoNewName() {
    for (String same :
        List.of(
            "Peña & Sons Roofing, LLC",
            "PENA AND SONS ROOFING",
            "pena&sons   roofing l.l.c.",
            "Pen\u0303a & Son's Roofing L L C",
            "Ｐｅñａ & Sons Roofing Co., Inc.",
            "Peña-and-Sons Roofing, Limited Company")) {
      assertThat(key(same)).as(same).isEqualTo("penaandsonsroofing");
    }
  }

  @Test
  void aLegalFormCountsOnlyAtTheEndAndNeverAlone() {
    assertThat(key("Inc. Design")).isEqualTo("incdesign");
    assertThat(key("Co-op Builders")).isEqualTo("coopbuilders");
    assertThat(key("LLC")).isEqualTo("llc");
    assertThat(key("L.L.C.")).isEqualTo("llc");
    assertThat(key("Limited Company")).isEqualTo("limited");
    assertThat(key("Zinc")).isEqualTo("zinc");
  }

  @Test
  void theDisplayedNameIsAsTypedButForSpacesAndComposition() {
    NameKey name = NameKey.of("company", "  Pen\u0303a  &\u00a0Sons,  LLC ", FORMS);
    assertThat(name.display()).isEqualTo("Peña & Sons, LLC");
    assertThat(name.words()).containsExactly("pena", "and", "sons");
  }

  @Test
  void singleLettersInARowAreOneWord() {
    assertThat(NameKey.of("company", "A.C.M.E. Roofing L.L.C.", FORMS).words())
        .containsExactly("acme", "roofing");
    assertThat(NameKey.of("company", "R & R Electric", FORMS).words())
        .containsExactly("r", "and", "electric");
  }

  @Test
  void whatCanNotBeSeenIsRefused() {
    for (String hidden :
        List.of(
            "\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\u00ad", "\u0007", "\t", "\n",
            "\u2028", "\u3164", "\ufe0f", "\u034f", "\u2800", "\ue000", "\ud800")) {
      assertThat(refusal("Rivera" + hidden + " Roofing"))
          .as(Integer.toHexString(hidden.charAt(0)))
          .isEqualTo("INVISIBLE_CHARACTERS");
    }
  }

  @Test
  void lettersThatPassForOthersAreRefused() {
    for (String fake : List.of("Rivеra", "Ρivera", "АСЕ", "ΑΒΒ", "Rivera ᴀ", "Roofіng Co")) {
      assertThat(refusal(fake)).as(fake).isEqualTo("MIXED_ALPHABETS");
    }
  }

  @Test
  void namesOfOneAlphabetAreNamesWhateverTheAlphabet() {
    for (String name :
        List.of("Строй Сервис", "Ηλιος", "建築会社", "ソニー建設 Sony", "אבן", "हिन्दी", "한국")) {
      assertThat(key(name)).as(name).isNotEmpty();
    }
    assertThat(key("की")).isNotEqualTo(key("का"));
  }

  @Test
  void lettersThatDoNotDecomposeAreFoldedToo() {
    assertThat(key("Øresund Łódź Straße İstanbul Æon")).isEqualTo("oresundlodzstrasseistanbulaeon");
    assertThat(key("ΟΔΟΣ")).isEqualTo(key("οδος"));
  }

  @Test
  void aNameHasALetterAndIsNoEmailAddress() {
    for (String none : List.of("", "  ", "...", "★★★", "&'\"")) {
      // An ampersand counts as a word.
      if (none.contains("&")) {
        assertThat(key(none)).isEqualTo("and");
      } else {
        assertThat(refusal(none)).as(none).isEqualTo("NO_LETTERS");
      }
    }
    assertThat(refusal("ana@rivera.example")).isEqualTo("EMAIL");
    assertThat(key("Café @ Work")).isEqualTo("cafework");
    assertThat(refusal("ﷺ".repeat(100))).isEqualTo("OUT_OF_RANGE");
  }

  @Test
  void lettersAndSignsThatComposeAcrossASpaceAreOneWayOfWriting() {
    assertThat(key("\u0928 \u093c")).isEqualTo(key("\u0928"));
    assertThat(key(key("\u1100 \u1161"))).isEqualTo(key("\u1100 \u1161"));
  }

  @Property
  void aKeyIsANameOfItself(@ForAll("ofOneAlphabet") String typed) {
    name(typed)
        .ifPresent(
            name ->
                assertThat(name(name.key()).map(NameKey::key).orElse("refused"))
                    .isEqualTo(name.key()));
  }

  @Property
  void theDisplayedNameHasTheSameKeyAndIsItsOwnDisplay(@ForAll("ofOneAlphabet") String typed) {
    name(typed)
        .ifPresent(
            name -> {
              NameKey again = NameKey.of("company", name.display(), FORMS);
              assertThat(again).isEqualTo(name);
            });
  }

  @Property
  void aValidNameHasAKeyOfLettersAndDigitsThatFitsTheTable(@ForAll("plausible") String typed) {
    NameKey name = NameKey.of("company", typed, FORMS);
    assertThat(name.key()).matches("[a-z0-9]+");
    assertThat(name.key().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(400);
    assertThat(name.words()).isNotEmpty().doesNotHaveDuplicates();
  }

  @Property
  void variantsOfANameAreEqual(@ForAll("plausible") String typed, @ForAll("noise") String noise) {
    String key = key(typed);
    assertThat(key(typed.toUpperCase(java.util.Locale.ROOT))).isEqualTo(key);
    assertThat(key(typed.replace(" ", noise))).isEqualTo(key);
    assertThat(key(typed + noise + "L.L.C.")).isEqualTo(key);
    assertThat(key(typed.replace("e", "é").replace("n", "n\u0303"))).isEqualTo(key);
  }

  @Property
  void whateverIsTypedIsANameOrRefusedWithAReason(@ForAll @StringLength(max = 60) String typed) {
    if (name(typed).isEmpty()) {
      assertThat(refusal(typed)).matches("[A-Z_]+");
    } else {
      assertThat(name(typed).orElseThrow().key()).isNotEmpty();
    }
  }

  /** Makes texts with the letters of one alphabet, mixed with marks, digits and punctuation. */
  @Provide
  Arbitrary<String> ofOneAlphabet() {
    Arbitrary<Character> common =
        Arbitraries.chars().with(" .,-&'()/0123456789\u0301\u0308\u00a0\u2019");
    return Arbitraries.of(
            "Az",
            "\u00c0\u017f",
            "\u0180\u024f",
            "\u0391\u03c9",
            "\u0410\u044f",
            "\u05d0\u05ea",
            "\u0621\u064a",
            "\u0905\u094d",
            "\u4e00\u4fff",
            "\uac00\uac80",
            "\uff21\uff5a",
            "\u2100\u214f")
        .flatMap(
            range ->
                Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(
                            4, Arbitraries.chars().range(first(range), range.charAt(1))),
                        net.jqwik.api.Tuple.of(1, common))
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(30)
                    .map(
                        characters -> {
                          StringBuilder text = new StringBuilder();
                          characters.forEach(text::append);
                          return text.toString();
                        }));
  }

  private static char first(String range) {
    return range.charAt(0);
  }

  @Provide
  Arbitrary<String> plausible() {
    return Arbitraries.of(
            "Rivera", "Roofing", "O'Brien", "Sons", "Électricité", "3", "Peña", "&", "A", "Zinc")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(words -> String.join(" ", words));
  }

  @Provide
  Arbitrary<String> noise() {
    return Arbitraries.of(" ", "  ", " - ", ", ", ".", "/", "\u00a0", " · ", "_");
  }

  private static Optional<NameKey> name(String typed) {
    return NameKey.find(typed, FORMS);
  }

  private static String key(String typed) {
    return NameKey.of("company", typed, FORMS).key();
  }

  private static String refusal(String typed) {
    StringBuilder code = new StringBuilder();
    assertThatThrownBy(() -> NameKey.of("company", typed, FORMS))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.details().errors()).hasSize(1);
              assertThat(problem.details().errors().getFirst().field()).isEqualTo("company");
              code.append(problem.details().errors().getFirst().code());
            });
    return code.toString();
  }
}
