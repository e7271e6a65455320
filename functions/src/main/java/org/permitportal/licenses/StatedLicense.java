package org.permitportal.licenses;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.AccountSettings;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.Text;

/**
 * A license and insurance that a person stated during the registration. The city's file defines the
 * fields that a type of account may have and must have. Days are ISO 8601 dates.
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatedLicense(
    @Nullable @Size(max = 60) @Pattern(regexp = Text.LINE) @JsonProperty("class") String category,
    @Nullable @Size(max = 40) @Pattern(regexp = Text.LINE) String number,
    @Nullable @Pattern(regexp = "[A-Z]{2}") String state,
    @Nullable @Pattern(regexp = StatedLicense.DAY) String issued,
    @Nullable @Pattern(regexp = StatedLicense.DAY) String expires,
    @Nullable @Size(max = 60) @Pattern(regexp = Text.LINE) String liabilityPolicy,
    @Nullable @Pattern(regexp = StatedLicense.DAY) String liabilityExpires,
    @Nullable @Size(max = 60) @Pattern(regexp = Text.LINE) String workersCompPolicy,
    @Nullable @Pattern(regexp = StatedLicense.DAY) String workersCompExpires) {

  /** The pattern of an ISO 8601 date. */
  public static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

  /** Returns the fields that are not blank, by their names in the city's file. */
  public Map<String, String> given() {
    Map<String, String> all = new LinkedHashMap<>();
    put(all, "class", category);
    put(all, "number", number);
    put(all, "state", state);
    put(all, "issued", issued);
    put(all, "expires", expires);
    put(all, "liabilityPolicy", liabilityPolicy);
    put(all, "liabilityExpires", liabilityExpires);
    put(all, "workersCompPolicy", workersCompPolicy);
    put(all, "workersCompExpires", workersCompExpires);
    return all;
  }

  public static StatedLicense from(Map<String, String> given) {
    return new StatedLicense(
        given.get("class"),
        given.get("number"),
        given.get("state"),
        given.get("issued"),
        given.get("expires"),
        given.get("liabilityPolicy"),
        given.get("liabilityExpires"),
        given.get("workersCompPolicy"),
        given.get("workersCompExpires"));
  }

  /**
   * Returns the errors of the stated fields, by the rule of a type of account.
   *
   * @param today the date in the city's time zone
   */
  public List<FieldError> errors(AccountSettings.License rule, LocalDate today) {
    List<FieldError> errors = new ArrayList<>();
    Map<String, String> given = given();
    for (String field : rule.needs()) {
      if (!given.isEmpty() && !given.containsKey(field)) {
        errors.add(error(field, "REQUIRED", "Your type of account needs this."));
      }
    }
    given.forEach(
        (field, value) -> {
          if (!rule.needs().contains(field) && !rule.takes().contains(field)) {
            errors.add(error(field, "NOT_ASKED", "This type of account doesn't ask for this."));
          } else {
            LicenseFacts.dayError(field, value, today)
                .ifPresent(e -> errors.add(error(field, e.code(), e.message())));
          }
        });
    return errors;
  }

  private static FieldError error(String field, String code, String message) {
    return new FieldError("license." + field, code, message);
  }

  private static void put(Map<String, String> all, String field, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      all.put(field, value.strip());
    }
  }
}
