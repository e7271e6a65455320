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

/** Stores secret values and searches for them in texts. Upper and lower case make no difference. */
final class Leaks {
  /** The least length of a stored value. Shorter values occur in texts by chance. */
  private static final int SHORTEST = 6;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /**
   * Plain words, such as a field's name or "wrong". They are not stored, because any text may
   * contain them.
   */
  private static final Pattern ANY_WORD = Pattern.compile("\\p{Ll}*");

  private final Map<String, Set<Value>> byFirstWord = new HashMap<>();
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

  /** A stored value, in lower case. */
  record Value(Kind kind, String text) {}

  /** Stores a value. Later searches look for it. */
  synchronized void keep(Kind kind, String text) {
    if (text.length() < SHORTEST || kind == Kind.HARMLESS || ANY_WORD.matcher(text).matches()) {
      return;
    }
    String lower = plain(text);
    Matcher word = WORD.matcher(lower);
    if (word.find()
        && byFirstWord
            .computeIfAbsent(word.group(), w -> new HashSet<>())
            // Store the value from its first word on.
            .add(new Value(kind, lower.substring(word.start()).strip()))) {
      counts.merge(kind, 1, Integer::sum);
    }
  }

  /** Returns the text in lower case, without the backslashes that JSON puts before quotes. */
  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace("\\", "");
  }

  /**
   * Returns whether the value is also stored as a value of kind WORDS. A password or an answer that
   * was refused because it equals a name counts as this name.
   */
  private boolean alsoWords(String firstWord, Value value) {
    return byFirstWord
        .getOrDefault(firstWord, Set.of())
        .contains(new Value(Kind.WORDS, value.text()));
  }

  /** Returns the stored values that a text contains but that must not appear in this channel. */
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

  /** Returns the number of different stored values of a kind. */
  synchronized int count(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }
}
