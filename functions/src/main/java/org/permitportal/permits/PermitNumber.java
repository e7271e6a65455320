package org.permitportal.permits;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.permitportal.platform.City;
import org.permitportal.platform.PermitSettings;

/**
 * Formats permit numbers as the city writes them, e.g. {@code BLD25-0042}, and {@code
 * BLD25-0042-01} for its sub-permit. Also finds the numbers that a typed text can mean.
 */
@Singleton
public class PermitNumber {
  /** The most numbers that one search looks up. BatchGetItem takes at most 100 keys. */
  public static final int MOST_CANDIDATES = 100;

  private static final int YEARS = 3;
  private static final Pattern PART = Pattern.compile("([A-Z]*)([0-9]*)");
  private final City city;
  private final Clock clock;

  public PermitNumber(City city, Clock clock) {
    this.city = city;
    this.clock = clock;
  }

  /**
   * Returns a number as the city writes it.
   *
   * @param year the full year in the city's time zone
   * @param serial the last part of the number, counted from 1 for each prefix and year; it may have
   *     more digits than the configured width
   */
  public String format(String prefix, int year, long serial) {
    PermitSettings.PermitNumber rule = city.permits().number();
    return prefix + digits(year, rule.yearDigits()) + rule.separator() + wide(serial, rule.width());
  }

  /** Returns the number of a sub-permit. The city's settings must have a suffix for sub-permits. */
  public String under(String master, int serial) {
    PermitSettings.Suffix suffix = city.permits().number().subPermitSuffix();
    if (suffix == null) {
      throw new IllegalStateException("This city's permits have no sub-permit numbers");
    }
    return master + suffix.separator() + wide(serial, suffix.width());
  }

  /**
   * Returns the normalized number: its letters in upper case and its digits, without separators.
   */
  public static String normal(String number) {
    return number.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  /**
   * Returns the normalized numbers that a typed text can mean: the text itself, and the text with
   * missing zeros filled in. If the prefix is missing, it tries every prefix of the city. If the
   * year is missing, it tries this year and the two years before.
   *
   * @return the numbers; none when the text has no letters or digits, and more than {@link
   *     #MOST_CANDIDATES} when the text means too many
   */
  public Set<String> candidates(String typed) {
    String text = typed.toUpperCase(Locale.ROOT).strip();
    String bare = normal(text);
    Set<String> found = new LinkedHashSet<>();
    if (bare.isEmpty()) {
      return found;
    }
    found.add(bare);
    String[] groups = text.split("[^A-Z0-9]+", -1);
    List<String> parts = new ArrayList<>();
    for (String group : groups) {
      if (!group.isEmpty()) {
        parts.add(group);
      }
    }
    // Read "BLD 25-42" as "BLD25-42".
    if (parts.size() > 1 && parts.get(0).matches("[A-Z]+") && parts.get(1).matches("[0-9]+")) {
      parts.set(0, parts.get(0) + parts.remove(1));
    }
    grouped(parts, found);
    return found;
  }

  private void grouped(List<String> parts, Set<String> found) {
    Matcher head = PART.matcher(parts.getFirst());
    if (!head.matches() || !parts.stream().skip(1).allMatch(p -> p.matches("[0-9]{1,9}"))) {
      return;
    }
    String letters = head.group(1);
    String number = head.group(2);
    PermitSettings.PermitNumber rule = city.permits().number();
    if (parts.size() == 1) {
      withoutYear(letters, number, "", found);
      for (int digits : List.of(rule.yearDigits(), 4)) {
        if (number.length() > digits) {
          withYear(letters, number.substring(0, digits), number.substring(digits), "", found);
        }
      }
      return;
    }
    String suffix = parts.size() > 2 ? padded(parts.get(2), suffixWidth()) : "";
    if (parts.size() == 2 && city.permits().number().subPermitSuffix() != null) {
      withoutYear(letters, number, padded(parts.get(1), suffixWidth()), found);
    }
    withYear(letters, number, parts.get(1), suffix, found);
  }

  private void withYear(
      String letters, String year, String serial, String suffix, Set<String> found) {
    PermitSettings.PermitNumber rule = city.permits().number();
    if ((year.length() != rule.yearDigits() && year.length() != 4) || serial.length() > 9) {
      return;
    }
    String written =
        year.length() == rule.yearDigits()
            ? year
            : year.substring(Math.max(0, year.length() - rule.yearDigits()));
    for (String prefix : prefixes(letters)) {
      found.add(prefix + written + padded(serial, rule.width()) + suffix);
    }
  }

  private void withoutYear(String letters, String serial, String suffix, Set<String> found) {
    PermitSettings.PermitNumber rule = city.permits().number();
    if (serial.isEmpty() || serial.length() > rule.width() + 1) {
      return;
    }
    int thisYear = LocalDate.ofInstant(clock.instant(), city.zone()).getYear();
    for (int year = thisYear; year > thisYear - YEARS; year--) {
      for (String prefix : prefixes(letters)) {
        found.add(prefix + digits(year, rule.yearDigits()) + padded(serial, rule.width()) + suffix);
      }
    }
  }

  /** Returns the typed prefix if the city has it, or all prefixes when none was typed. */
  private List<String> prefixes(String letters) {
    return city.permitTypes().stream()
        .map(type -> type.prefix().toUpperCase(Locale.ROOT))
        .distinct()
        .filter(prefix -> letters.isEmpty() || prefix.equals(letters))
        .toList();
  }

  private int suffixWidth() {
    PermitSettings.Suffix suffix = city.permits().number().subPermitSuffix();
    return suffix == null ? 0 : suffix.width();
  }

  private static String padded(String serial, int width) {
    return wide(Long.parseLong(serial), width);
  }

  private static String wide(long serial, int width) {
    String text = Long.toString(serial);
    return "0".repeat(Math.max(0, width - text.length())) + text;
  }

  private static String digits(int year, int count) {
    String text = Integer.toString(year);
    return text.substring(Math.max(0, text.length() - count));
  }
}
