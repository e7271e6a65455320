package org.permitportal.accounts;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Simplifies ("folds") the letters of names, so that names can be compared. Latin letters become a
 * to z; letters of other alphabets remain. Following UTS 39, "Unicode Security Mechanisms", a name
 * may not mix alphabets that look alike.
 */
final class NameLetters {
  /**
   * Invisible characters: control, format, surrogate, private-use and unassigned characters, line
   * and paragraph separators, the Braille blank, and other characters with the Unicode property
   * Default_Ignorable_Code_Point.
   */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\x{034F}\\x{115F}\\x{1160}\\x{17B4}"
              + "\\x{17B5}\\x{180B}-\\x{180F}\\x{2800}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}"
              + "\\x{E0100}-\\x{E01EF}]");

  private static final Pattern SPACES = Pattern.compile("\\p{Zs}+");
  private static final Pattern APOSTROPHES =
      Pattern.compile("['`\\x{B4}\\x{2018}-\\x{201B}\\x{2BB}-\\x{2BD}\\x{2032}\\x{FF07}]");

  /** Latin letters that Unicode doesn't decompose. */
  private static final Map<Integer, String> LATIN =
      Map.ofEntries(
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'ħ', "h"),
          Map.entry((int) 'ŧ', "t"),
          Map.entry((int) 'ŋ', "n"),
          Map.entry((int) 'ı', "i"),
          Map.entry((int) 'ĸ', "k"),
          Map.entry((int) 'ə', "e"),
          Map.entry((int) 'ǝ', "e"),
          Map.entry((int) 'ɛ', "e"),
          Map.entry((int) 'ɔ', "o"),
          Map.entry((int) 'ɓ', "b"),
          Map.entry((int) 'ɖ', "d"),
          Map.entry((int) 'ɗ', "d"),
          Map.entry((int) 'ƙ', "k"),
          Map.entry((int) 'ƴ', "y"),
          Map.entry((int) 'ƒ', "f"),
          Map.entry((int) 'ɡ', "g"),
          Map.entry((int) 'ɑ', "a"),
          Map.entry((int) 'ɩ', "i"),
          Map.entry((int) 'ʋ', "v"),
          Map.entry((int) 'ʒ', "z"));

  /** Letters of other alphabets that look like Latin letters. */
  private static final String LOOK_LATIN =
      "АВЕЅІЈКМНОРСТУХҮԜԚҺԀаеѕіјкморсухүһԁԛԝӏӀ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ";

  /** Scripts that one name may mix: East Asian texts mix them, and they do not look alike. */
  private static final Set<UnicodeScript> EAST_ASIAN =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO);

  private NameLetters() {}

  static boolean hasInvisible(String text) {
    return INVISIBLE.matcher(text).find();
  }

  static String display(String text) {
    return SPACES.matcher(Normalizer.normalize(text, Form.NFC)).replaceAll(" ").strip();
  }

  /**
   * Returns whether a text mixes alphabets, consists only of other alphabets' letters that look
   * like Latin letters, or has a rare Latin letter.
   */
  static boolean deceptive(String text) {
    Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    boolean[] ownLetters = {false};
    Normalizer.normalize(text, Form.NFKD)
        .codePoints()
        .filter(Character::isLetter)
        .forEach(
            letter -> {
              UnicodeScript script = UnicodeScript.of(letter);
              if (script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED) {
                scripts.add(script);
                ownLetters[0] |= LOOK_LATIN.indexOf(letter) < 0;
              }
            });
    boolean mixed = scripts.size() > 1 && !EAST_ASIAN.containsAll(scripts);
    return mixed || (!scripts.isEmpty() && !ownLetters[0]) || hasRareLatin(text);
  }

  private static boolean hasRareLatin(String text) {
    return fold(text)
        .codePoints()
        .anyMatch(
            letter ->
                UnicodeScript.of(letter) == UnicodeScript.LATIN && (letter < 'a' || letter > 'z'));
  }

  /**
   * Joins words into one word. The result is folded again, because letters may combine where two
   * words meet.
   */
  static String together(List<String> words) {
    return fold(String.join("", words));
  }

  /**
   * Splits a text into words of folded letters. Everything except letters and digits separates
   * words.
   */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String folded = fold(text);
    (isLatin(folded) ? folded.replace("&", " and ") : folded)
        .codePoints()
        .forEach(
            character -> {
              // Keep a vowel sign only after the letter to which it belongs.
              if (Character.isLetterOrDigit(character)
                  || (isOwnMark(character) && !word.isEmpty())) {
                word.appendCodePoint(character);
              } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
              }
            });
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  /**
   * Returns whether all letters are Latin. Only then does "&" mean "and". In other alphabets "&"
   * only separates words, as other signs do.
   */
  private static boolean isLatin(String text) {
    return text.codePoints()
        .filter(Character::isLetter)
        .mapToObj(UnicodeScript::of)
        .allMatch(script -> script == UnicodeScript.LATIN || script == UnicodeScript.COMMON);
  }

  /** Joins consecutive single letters into one word: "A. C. M. E." becomes acme. */
  static List<String> joined(List<String> words) {
    List<String> result = new ArrayList<>();
    boolean open = false;
    for (String word : words) {
      boolean single = word.codePointCount(0, word.length()) == 1;
      if (single && open) {
        result.add(result.removeLast() + word);
      } else {
        result.add(word);
      }
      open = single;
    }
    return List.copyOf(result);
  }

  private static String fold(String text) {
    String once = step(text);
    for (String again = step(once); !again.equals(once); again = step(once)) {
      once = again;
    }
    return once;
  }

  private static String step(String text) {
    StringBuilder folded = new StringBuilder();
    // Remove apostrophes before normalizing and again afterwards. Normalizing would turn a single
    // accent (´) into a space and an accent.
    String bare = APOSTROPHES.matcher(text).replaceAll("");
    APOSTROPHES
        .matcher(Normalizer.normalize(bare, Form.NFKD))
        .replaceAll("")
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(character -> !isMark(character) || isOwnMark(character))
        .forEach(character -> append(folded, character));
    return Normalizer.normalize(folded, Form.NFKC);
  }

  private static void append(StringBuilder folded, int character) {
    String latin = LATIN.get(character);
    if (latin != null) {
      folded.append(latin);
    } else if (character == 'ς') {
      folded.append('σ');
    } else if (Character.isDigit(character)) {
      folded.append(Character.digit(character, 10));
    } else {
      folded.appendCodePoint(character);
    }
  }

  private static boolean isMark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /**
   * Returns whether this is a mark of one alphabet, e.g. a vowel sign. Accents are not: they belong
   * to no single alphabet.
   */
  private static boolean isOwnMark(int character) {
    return isMark(character) && UnicodeScript.of(character) != UnicodeScript.INHERITED;
  }
}
