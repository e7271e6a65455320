package org.permitportal.licenses;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.AccountSettings;
import org.permitportal.platform.Problem.FieldError;

/**
 * The data of a license or an insurance. Its days are ISO 8601 dates in the city's time zone. It is
 * still valid on the day on which it expires.
 *
 * @param category the license's type or class
 * @param number the number of the license or of the insurance policy
 * @param state the two letters of the license's state, e.g. CO
 */
public record LicenseFacts(
    @Nullable String category,
    @Nullable String number,
    @Nullable String state,
    @Nullable String issued,
    @Nullable String expires) {

  static final LicenseFacts NONE = new LicenseFacts(null, null, null, null, null);

  /** Returns the fields that are not blank, by their names in the city's file. */
  Map<String, String> given() {
    Map<String, String> all = new LinkedHashMap<>();
    put(all, "class", category);
    put(all, "number", number);
    put(all, "state", state);
    put(all, "issued", issued);
    put(all, "expires", expires);
    return all;
  }

  static LicenseFacts from(Map<String, String> given) {
    return new LicenseFacts(
        given.get("class"),
        given.get("number"),
        given.get("state"),
        given.get("issued"),
        given.get("expires"));
  }

  /** Returns the last day of validity, or null when no such day was stated. */
  @Nullable LocalDate lastDay() {
    return expires == null ? null : LocalDate.parse(expires);
  }

  /**
   * Returns the errors of these facts, by the rule of a type of account.
   *
   * @param today the date in the city's time zone
   */
  List<FieldError> errors(AccountSettings.License rule, LicenseKind kind, LocalDate today) {
    List<FieldError> errors = new ArrayList<>();
    Map<String, String> given = given();
    for (String field : List.of("class", "number", "state", "issued", "expires")) {
      String inFile = inFile(kind, field);
      boolean needed = needed(rule, kind, field, inFile);
      if (needed && !given.containsKey(field)) {
        errors.add(new FieldError(field, "REQUIRED", "This field is required."));
      } else if (given.containsKey(field)
          && !needed
          && !rule.needs().contains(inFile)
          && !rule.takes().contains(inFile)) {
        errors.add(
            new FieldError(field, "NOT_ASKED", "This type of account doesn't ask for this."));
      }
    }
    given.forEach((field, value) -> dayError(field, value, today).ifPresent(errors::add));
    return errors;
  }

  /** Returns whether a type of account accepts this kind of license. */
  static boolean asked(AccountSettings.License rule, LicenseKind kind) {
    String number = inFile(kind, "number");
    return rule.needs().contains(number) || rule.takes().contains(number);
  }

  private static boolean needed(
      AccountSettings.License rule, LicenseKind kind, String field, String inFile) {
    return kind == LicenseKind.LICENSE
        ? rule.needs().contains(inFile)
        : field.equals("number") || field.equals("expires");
  }

  /**
   * Returns a field's name in the city's file. If the kind has no such field, the result is a name
   * that is not in the file.
   */
  private static String inFile(LicenseKind kind, String field) {
    String insurance =
        switch (kind) {
          case LICENSE -> null;
          case LIABILITY -> "liability";
          case WORKERS_COMP -> "workersComp";
          case IDENTITY -> "identity";
        };
    if (insurance == null) {
      return field;
    }
    return switch (field) {
      case "number" -> insurance + "Policy";
      case "expires" -> insurance + "Expires";
      default -> insurance + "-" + field;
    };
  }

  /**
   * Returns the error of a date, or empty when the field is right or is no date. A date is wrong
   * when it does not exist, when it is a future date of issue, or when it is a past date of expiry.
   */
  static Optional<FieldError> dayError(String field, String value, LocalDate today) {
    boolean issued = field.equals("issued");
    if (!issued && !field.endsWith("xpires")) {
      return Optional.empty();
    }
    LocalDate day;
    try {
      day = LocalDate.parse(value);
    } catch (DateTimeParseException _) {
      return Optional.of(new FieldError(field, "INVALID", "This date does not exist."));
    }
    if (issued && day.isAfter(today)) {
      return Optional.of(new FieldError(field, "IN_FUTURE", "This date is in the future."));
    }
    if (!issued && day.isBefore(today)) {
      return Optional.of(new FieldError(field, "EXPIRED", "This has expired."));
    }
    return Optional.empty();
  }

  private static void put(Map<String, String> all, String field, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      all.put(field, value.strip());
    }
  }
}
