package org.permitportal.permits;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The parts of an address line, in the form in which they are compared: capital letters without
 * accents and punctuation, with directions and endings abbreviated as in USPS Publication 28,
 * appendix C.
 *
 * @param house the house number's digits, or "" when there is none
 * @param direction the direction, e.g. {@code N}, or "" when there is none
 * @param name the name without direction and ending, e.g. {@code LOOKOUT RIDGE}; "" when there is
 *     none
 * @param ending the kind of street, e.g. {@code RD}, or "" when there is none
 * @param unit the unit in the building, e.g. {@code 2B}, or "" when there is none
 * @param words the words of direction, name and ending as they were written, with ordinals as
 *     numbers ({@code 1ST}). A search compares these words, because the last word can be an ending
 *     or belong to the name. In "225 Cottonwood Bend", "Bend" belongs to the name, and the ending
 *     "Rd" is missing
 */
public record Street(
    String house, String direction, String name, String ending, String unit, List<String> words) {
  /**
   * House numbers are padded with zeros to this length, so that they sort as numbers. {@link #of}
   * reads no longer house number.
   */
  private static final int HOUSE_DIGITS = 7;

  private static final Map<String, String> DIRECTIONS =
      pairs(
          "N NORTH S SOUTH E EAST W WEST NE NORTHEAST NW NORTHWEST SE SOUTHEAST SW SOUTHWEST",
          true);
  private static final Map<String, String> ENDINGS =
      pairs(
          "ALY ALLEY AVE AVENUE BLVD BOULEVARD BND BEND CIR CIRCLE CT COURT CV COVE CRES CRESCENT"
              + " XING CROSSING DR DRIVE EXPY EXPRESSWAY HTS HEIGHTS HWY HIGHWAY LN LANE LOOP LOOP"
              + " PARK PARK PASS PASS PATH PATH PIKE PIKE PKWY PARKWAY PL PLACE PLZ PLAZA PT POINT"
              + " RD ROAD ROW ROW RUN RUN SQ SQUARE ST STREET TER TERRACE TRCE TRACE TRL TRAIL"
              + " TPKE TURNPIKE WALK WALK WAY WAY AVE AV BLVD BOUL PKWY PKY TER TERR TRL TR LN LA",
          true);
  private static final Map<String, String> ORDINALS =
      pairs(
          "1ST FIRST 2ND SECOND 3RD THIRD 4TH FOURTH 5TH FIFTH 6TH SIXTH 7TH SEVENTH 8TH EIGHTH"
              + " 9TH NINTH 10TH TENTH 11TH ELEVENTH 12TH TWELFTH",
          false);
  private static final Set<String> UNITS =
      Set.of(
          "#",
          "APT",
          "APARTMENT",
          "UNIT",
          "STE",
          "SUITE",
          "FL",
          "FLOOR",
          "BLDG",
          "BUILDING",
          "RM",
          "ROOM",
          "SPC",
          "SPACE",
          "TRLR");

  /** Reads an address line, typed or imported. It accepts any text; missing parts are "". */
  public static Street of(String line) {
    List<String> words = words(line);
    String unit = "";
    for (int i = 1; i < words.size(); i++) {
      if (UNITS.contains(words.get(i)) && i + 1 < words.size()) {
        unit = String.join("", words.subList(i + 1, words.size()));
        words = new ArrayList<>(words.subList(0, i));
      }
    }
    String house = "";
    if (!words.isEmpty() && words.getFirst().matches("\\d{1,7}[A-Z]?")) {
      house = words.removeFirst().replaceAll("\\D", "").replaceFirst("^0+(?=.)", "");
      if (words.size() > 1 && words.getFirst().matches("[A-D]|\\d/\\d|\\d{1,7}")) {
        words.removeFirst();
      }
    }
    words.replaceAll(word -> ORDINALS.getOrDefault(word, word));
    List<String> all = List.copyOf(words);
    String ending = "";
    String direction = "";
    if (words.size() > 1 && DIRECTIONS.containsKey(words.getLast())) {
      direction = DIRECTIONS.getOrDefault(words.removeLast(), "");
    }
    if (words.size() > 1 && ENDINGS.containsKey(words.getLast())) {
      ending = ENDINGS.getOrDefault(words.removeLast(), "");
    }
    if (words.size() > 1 && DIRECTIONS.containsKey(words.getFirst())) {
      direction = DIRECTIONS.getOrDefault(words.removeFirst(), "");
    }
    return new Street(house, direction, String.join(" ", words), ending, unit, all);
  }

  /** Returns the house number padded with zeros to sort as a number; "" when there is none. */
  public String paddedHouse() {
    return house.isEmpty() ? "" : "0".repeat(HOUSE_DIGITS - house.length()) + house;
  }

  /** Returns the words of the name. */
  public List<String> nameWords() {
    return name.isEmpty() ? List.of() : List.of(name.split(" ", -1));
  }

  /** Returns whether an address fits this typed address. Parts that were not typed are ignored. */
  public boolean covers(Street address) {
    return fits(house, address.house)
        && fits(unit, address.unit)
        && words.stream().allMatch(address::has);
  }

  /**
   * Returns whether this typed street can mean the street with this name. Typed words may be
   * incomplete.
   */
  public boolean canMean(String streetName) {
    List<String> name = List.of(streetName.split(" ", -1));
    boolean some = words.stream().anyMatch(w -> begun(name, w));
    return some
        && words.stream()
            .allMatch(
                w -> begun(name, w) || begun(ENDINGS.keySet(), w) || begun(DIRECTIONS.keySet(), w));
  }

  private boolean has(String word) {
    return begun(nameWords(), word)
        || stands(ENDINGS, word, ending)
        || stands(DIRECTIONS, word, direction);
  }

  private static boolean stands(Map<String, String> forms, String word, String there) {
    return forms.entrySet().stream()
        .anyMatch(form -> form.getValue().equals(there) && form.getKey().startsWith(word));
  }

  private static boolean begun(Collection<String> words, String start) {
    return words.stream().anyMatch(word -> word.startsWith(start));
  }

  private static boolean fits(String typed, String there) {
    return typed.isEmpty() || typed.equals(there);
  }

  /**
   * Returns the words of a line in the form in which they are compared. If a comma separates the
   * street from the city, the words after it are left out.
   */
  private static List<String> words(String line) {
    String text = line.strip();
    int comma = text.indexOf(',');
    if (comma > 0 && text.substring(0, comma).matches(".*\\p{L}.*\\p{L}.*")) {
      text = text.substring(0, comma);
    }
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toUpperCase(Locale.ROOT)
            .replaceAll("['’.]", "")
            .replace("#", " # ")
            .replaceAll("[^\\p{L}\\p{N}#/]+", " ")
            .strip();
    return new ArrayList<>(plain.isEmpty() ? List.of() : List.of(plain.split(" +", -1)));
  }

  private static Map<String, String> pairs(String shortAndLong, boolean shortToo) {
    String[] words = shortAndLong.split(" ", -1);
    Map<String, String> result = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      result.put(words[i + 1], words[i]);
      if (shortToo) {
        result.put(words[i], words[i]);
      }
    }
    return Map.copyOf(result);
  }
}
