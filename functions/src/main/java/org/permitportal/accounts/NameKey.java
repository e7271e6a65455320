package org.permitportal.accounts;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.permitportal.platform.Problem;

/**
 * A company's or a person's name, read so that the ways people write one name are one name: case,
 * accents, punctuation, spaces, "&" for "and" and legal forms at the end make no difference.
 *
 * @param display how it is shown: as typed, in Unicode's composed form, with single spaces
 * @param key what is unique: small letters and digits, nothing else; never empty; at most 400 bytes
 * @param words what it is found by: its words in the key's letters, legal forms left out
 */
public record NameKey(String display, String key, List<String> words) {
  /** So that two of them, a word and a handle fit into a sort key (1,024 bytes). */
  private static final int MOST_BYTES = 400;

  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

  /**
   * Reads a name.
   *
   * @param field the request's field that it was typed into
   * @param legalForms the city's list
   * @throws Problem 400 when it can't be a name, saying why
   */
  public static NameKey of(String field, String typed, List<String> legalForms) {
    Reading reading = read(typed, legalForms);
    return switch (reading) {
      case Reading.Good good -> good.name();
      case Reading.Refused(String code, String message) ->
          throw Problem.invalid(field, code, message);
    };
  }

  /** Reads a name; nothing when it can't be one. */
  public static Optional<NameKey> find(String typed, List<String> legalForms) {
    return read(typed, legalForms) instanceof Reading.Good good
        ? Optional.of(good.name())
        : Optional.empty();
  }

  /** Whether a text is taken for an e-mail address where both are possible. */
  static boolean looksLikeEmail(String typed) {
    return EMAIL.matcher(typed.strip()).matches();
  }

  /** Words as people type them while they search: every word, legal forms too. */
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
          "INVISIBLE_CHARACTERS", "Type the name again: it holds characters that can't be seen.");
    }
    if (looksLikeEmail(typed)) {
      return new Reading.Refused("EMAIL", "This is an e-mail address. Type the name.");
    }
    if (NameLetters.deceptive(typed)) {
      return new Reading.Refused(
          "MIXED_ALPHABETS", "Use the letters of one alphabet: some of these look like others.");
    }
    List<String> words = withoutLegalForms(NameLetters.words(typed), legalForms);
    String key = NameLetters.together(words);
    if (key.isEmpty()) {
      return new Reading.Refused("NO_LETTERS", "A name has at least one letter or digit.");
    }
    if (key.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return new Reading.Refused("OUT_OF_RANGE", "This name is too long.");
    }
    SequencedSet<String> found = new LinkedHashSet<>(NameLetters.joined(words));
    return new Reading.Good(new NameKey(NameLetters.display(typed), key, List.copyOf(found)));
  }

  /** Drops them from the end, one after another, as long as something remains. */
  private static List<String> withoutLegalForms(List<String> words, List<String> legalForms) {
    List<String> forms =
        legalForms.stream().map(form -> NameLetters.together(NameLetters.words(form))).toList();
    List<String> rest = words;
    for (int end = formBegins(rest, forms); end > 0; end = formBegins(rest, forms)) {
      rest = rest.subList(0, end);
    }
    return rest;
  }

  /** Where a form at the end begins; "L. L. C." is three words and one form. 0 when none does. */
  private static int formBegins(List<String> words, List<String> forms) {
    for (int from = 0; from < words.size(); from++) {
      if (forms.contains(NameLetters.together(words.subList(from, words.size())))) {
        return from;
      }
    }
    return 0;
  }
}
