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

/** Reads the cells of one BLDS row and collects the errors in them. */
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
            wrong(column, "INVALID", "This contains control characters.");
          }
        });
  }

  List<RowError> errors() {
    return errors;
  }

  /** Returns a hash of all cells. */
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

  /** Returns a required cell. When the cell is missing, records an error and returns "". */
  String required(String column) {
    String text = cells.get(column);
    if (text == null) {
      wrong(column, "REQUIRED", "BLDS requires this column.");
      return "";
    }
    return text;
  }

  /**
   * Returns a required cell. Records an error when the cell does not match the pattern {@code
   * shape}.
   */
  String required(String column, String shape, String example) {
    String text = required(column);
    if (!text.isEmpty() && !text.matches(shape)) {
      wrong(column, "INVALID", "This must look like " + example + ".");
    }
    return text;
  }

  /** Records an error when both cells are missing. */
  void requireOne(String one, String other) {
    if (!cells.containsKey(one) && !cells.containsKey(other)) {
      wrong(one, "REQUIRED", "BLDS requires this column or " + other + ".");
    }
  }

  /**
   * Returns a cell's date, which is in the city's time zone. Returns null when the cell is missing
   * or wrong.
   */
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
      // The date does not exist; the error is recorded below.
    }
    wrong(column, "INVALID", "This must be a date, YYYY-MM-DD.");
    return null;
  }

  /**
   * Returns a cell's whole number, which must not be negative. Returns null when the cell is
   * missing or wrong.
   */
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

  /**
   * Returns the cents of a cell's amount in dollars, rounded half up. Returns null when the cell is
   * missing or wrong.
   */
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

  /**
   * Returns a cell's number, which may have a decimal point but no commas. Returns null when the
   * cell is missing or wrong.
   */
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
