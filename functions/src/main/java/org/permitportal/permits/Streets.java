package org.permitportal.permits;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/**
 * Finds streets by a part of their name. It knows only streets with permits. Each word of a
 * street's name has one item, {@code STREET#<the word's first 3 letters> / <word>#<name>}.
 */
@Singleton
public class Streets {
  private static final int LETTERS = 3;
  private static final int MOST = 10;
  private static final int LOOKED_AT = 100;
  private final Table table;

  Streets(Tables tables) {
    this.table = tables.named("permits");
  }

  /** Returns the writes that add a street to the search. Repeating them changes nothing. */
  List<Write> add(String name) {
    List<Write> writes = new ArrayList<>();
    for (String word : new LinkedHashSet<>(List.of(name.split(" ", -1)))) {
      if (!word.isEmpty()) {
        writes.add(table.put(Item.of(key(word), word + "#" + name).with("name", name)));
      }
    }
    return writes;
  }

  /**
   * Returns the names of the streets that the typed street can mean, ten at most. Takes one query,
   * for the longest typed word.
   */
  public Set<String> like(Street typed) {
    Set<String> names = new LinkedHashSet<>();
    typed.words().stream()
        .max(Comparator.comparingInt(String::length))
        .filter(word -> word.length() >= LETTERS)
        .ifPresent(
            word -> {
              for (Item item :
                  table.query(key(word)).startingWith(word).page(LOOKED_AT, null).items()) {
                if (names.size() < MOST && typed.canMean(item.text("name"))) {
                  names.add(item.text("name"));
                }
              }
            });
    return names;
  }

  private static String key(String word) {
    return "STREET#" + word.substring(0, Math.min(LETTERS, word.length()));
  }
}
