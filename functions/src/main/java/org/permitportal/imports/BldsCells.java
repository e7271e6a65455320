package org.permitportal.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.permitportal.imports.PermitImport.RowError;

/** The cells of one row and everything that is wrong with them. */
final class BldsCells {
  private static final int LONGEST = 2_000;
  private static final Pattern HARMLESS =
      Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]*");
  private static final BigDecimal MOST = new BigDecimal("1000000000000");
  private final int line;
  private final SortedMap<String, String> cells;
  private final List<RowError> errors = new ArrayList<>();

  BldsCells(BldsRow row, int line) {
    this.cells = row.cells();
    this.line = line;
    cells.forEach(
        (column, text) -> {
          if (text.length() > LONGEST) {
            wrong(column, "OUT_OF_RANGE", "This is longer than " + LONGEST + " characters.");
          } else if (!HARMLESS.matcher(text).matches()) {
            wrong(column, "INVALID", "This holds control characters.");
          }
        });
  }

  List<RowError> errors() {
    return errors;
  }

  /** Changes when any cell does. */
  String hash() {
    return org.permitportal.platform.Ids.hash(cells.toString());
  }

  void wrong(String column, String code, String message) {
    if (errors.stream().noneMatch(e -> e.column().equals(column))) {
      errors.add(new RowError(line, column, code, message));
    }
  }

  @Nullable String text(String column) {
    return cells.get(column);
  }

  /** A cell that must be there; "" with an error when it isn't. */
  String required(String column) {
    String text = cells.get(column);
    if (text == null) {
      wrong(column, "REQUIRED", "BLDS asks for this column.");
      return "";
    }
    return text;
  }

  /** A cell that must be there and look so. */
  String required(String column, String shape, String example) {
    String text = required(column);
    if (!text.isEmpty() && !text.matches(shape)) {
      wrong(column, "INVALID", "This must look like " + example + ".");
    }
    return text;
  }

  /** One of two must be there. */
  void requireOne(String one, String other) {
    if (!cells.containsKey(one) && !cells.containsKey(other)) {
      wrong(one, "REQUIRED", "BLDS asks for this column or " + other + ".");
    }
  }

  /** A day of the city's calendar. */
  @Nullable LocalDate day(String column) {
    String text = cells.get(column);
    if (text == null) {
      return null;
    }
    try {
      if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException _) {
      // Said below: there is no such day.
    }
    wrong(column, "INVALID", "This must be a day, YYYY-MM-DD.");
    return null;
  }

  /** A whole number, none negative. */
  @Nullable Long count(String column) {
    BigDecimal value = decimal(column);
    if (value == null) {
      return null;
    }
    if (value.signum() < 0 || value.stripTrailingZeros().scale() > 0) {
      wrong(column, "INVALID", "This must be a whole number.");
      return null;
    }
    return value.longValueExact();
  }

  /** An amount in dollars, as cents, half up. */
  @Nullable Long cents(String column) {
    BigDecimal value = decimal(column);
    if (value == null) {
      return null;
    }
    if (value.signum() < 0) {
      wrong(column, "INVALID", "This must be an amount.");
      return null;
    }
    return value.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** A number with a point and no comma. */
  @Nullable BigDecimal decimal(String column) {
    String text = cells.get(column);
    if (text == null) {
      return null;
    }
    if (!text.matches("-?\\d{1,15}(\\.\\d{1,12})?")
        || new BigDecimal(text).abs().compareTo(MOST) > 0) {
      wrong(column, "INVALID", "This must be a number, e.g. 1250.50.");
      return null;
    }
    return new BigDecimal(text);
  }
}
