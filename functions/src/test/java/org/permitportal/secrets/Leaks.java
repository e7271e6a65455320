package org.permitportal.secrets;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps secret values and searches for them in texts, ignoring case. */
final class Leaks {
  /** Shorter ones occur by chance. */
  private static final int SHORTEST = 6;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** A word that a text may hold anyway: a field's name, "wrong". */
  private static final Pattern ANY_WORD = Pattern.compile("\\p{Ll}*");

  private final Map<String, Set<Value>> byFirstWord = new HashMap<>();
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

  /** A value to be kept; in lower case. */
  record Value(Kind kind, String text) {}

  /** From now on it is searched for. */
  synchronized void keep(Kind kind, String text) {
    if (text.length() < SHORTEST || kind == Kind.HARMLESS || ANY_WORD.matcher(text).matches()) {
      return;
    }
    String lower = plain(text);
    Matcher word = WORD.matcher(lower);
    if (word.find()
        && byFirstWord
            .computeIfAbsent(word.group(), w -> new HashSet<>())
            // From its first word on.
            .add(new Value(kind, lower.substring(word.start()).strip()))) {
      counts.merge(kind, 1, Integer::sum);
    }
  }

  /** In lower case, and without what JSON puts before quotes. */
  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace("\\", "");
  }

  /** A password or answer that was refused because it is a name is a name. */
  private boolean alsoWords(String firstWord, Value value) {
    return byFirstWord
        .getOrDefault(firstWord, Set.of())
        .contains(new Value(Kind.WORDS, value.text()));
  }

  /** The values in a text that may not be where it was found. */
  synchronized List<Value> in(Channel channel, String text) {
    List<Value> found = new ArrayList<>();
    String lower = plain(text);
    Matcher word = WORD.matcher(lower);
    while (word.find()) {
      for (Value value : byFirstWord.getOrDefault(word.group(), Set.of())) {
        int end = word.start() + value.text().length();
        Kind kind = alsoWords(word.group(), value) ? Kind.WORDS : value.kind();
        if (kind.forbidden(channel)
            && lower.startsWith(value.text(), word.start())
            && (end == lower.length() || !Character.isLetterOrDigit(lower.charAt(end)))) {
          found.add(value);
        }
      }
    }
    return found;
  }

  /** How many different values of a kind are kept. */
  synchronized int count(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }
}
