package org.permitportal.accounts;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.permitportal.platform.Problem;

/**
 * The name of a company or person, with a normalized key. Different spellings of one name have the
 * same key: case, accents, punctuation, spaces, "&" for "and" and legal forms at the end make no
 * difference.
 *
 * @param display the name as it is shown: the typed name in Unicode's composed form, with single
 *     spaces
 * @param key the normalized name, which must be unique: lower-case letters with their vowel signs,
 *     and digits; never empty; at most 400 bytes
 * @param words the words by which a search finds the name: normalized like the key, without legal
 *     forms
 */
public record NameKey(String display, String key, List<String> words) {
  /**
   * The most bytes of a key. A sort key (at most 1,024 bytes) holds up to two keys and a handle.
   */
  private static final int MOST_BYTES = 400;

  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

  /**
   * Normalizes a name.
   *
   * @param field the request field that contains the name, for error messages
   * @param legalForms the city's list of legal forms
   * @throws Problem 400 when the text can't be a name, with the reason
   */
  public static NameKey of(String field, String typed, List<String> legalForms) {
    Reading reading = read(typed, legalForms);
    return switch (reading) {
      case Reading.Good good -> good.name();
      case Reading.Refused(String code, String message) ->
          throw Problem.invalid(field, code, message);
    };
  }

  /** Normalizes a name; empty when the text can't be a name. */
  public static Optional<NameKey> find(String typed, List<String> legalForms) {
    return read(typed, legalForms) instanceof Reading.Good good
        ? Optional.of(good.name())
        : Optional.empty();
  }

  /** Returns whether a text is treated as an e-mail address in a field that also takes names. */
  static boolean looksLikeEmail(String typed) {
    return EMAIL.matcher(typed.strip()).matches();
  }

  /** Returns all words of a typed search text, including legal forms. */
  static List<String> typedWords(String text) {
    return NameLetters.joined(NameLetters.words(text));
  }

  private sealed interface Reading {
    record Good(NameKey name) implements Reading {}

    record Refused(String code, String message) implements Reading {}
  }

  private static Reading read(String typed, List<String> legalForms) {
    if (NameLetters.hasInvisible(typed)) {
      return new Reading.Refused(
          "INVISIBLE_CHARACTERS", "The name contains invisible characters. Type it again.");
    }
    if (looksLikeEmail(typed)) {
      return new Reading.Refused("EMAIL", "This is an email address. Type the name.");
    }
    if (NameLetters.deceptive(typed)) {
      return new Reading.Refused(
          "MIXED_ALPHABETS",
          "Use letters of one alphabet only. Some of these look like letters of another.");
    }
    List<String> words = withoutLegalForms(NameLetters.words(typed), legalForms);
    String key = NameLetters.together(words);
    if (key.isEmpty()) {
      return new Reading.Refused("NO_LETTERS", "A name needs at least one letter or digit.");
    }
    if (key.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return new Reading.Refused("OUT_OF_RANGE", "This name is too long.");
    }
    SequencedSet<String> found = new LinkedHashSet<>(NameLetters.joined(words));
    return new Reading.Good(new NameKey(NameLetters.display(typed), key, List.copyOf(found)));
  }

  /** Removes legal forms from the end, one after another. At least one word always remains. */
  private static List<String> withoutLegalForms(List<String> words, List<String> legalForms) {
    List<String> forms =
        legalForms.stream().map(form -> NameLetters.together(NameLetters.words(form))).toList();
    List<String> rest = words;
    for (int end = formBegins(rest, forms); end > 0; end = formBegins(rest, forms)) {
      rest = rest.subList(0, end);
    }
    return rest;
  }

  /**
   * Returns the index of the first word of the legal form at the end, or 0 when there is none. A
   * legal form may be several words: "L. L. C." is three words.
   */
  private static int formBegins(List<String> words, List<String> forms) {
    for (int from = 0; from < words.size(); from++) {
      if (forms.contains(NameLetters.together(words.subList(from, words.size())))) {
        return from;
      }
    }
    return 0;
  }
}
