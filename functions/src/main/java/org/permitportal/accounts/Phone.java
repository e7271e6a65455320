package org.permitportal.accounts;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import org.permitportal.platform.Problem.FieldError;

/**
 * Reads phone numbers as E.164 with their extension: {@code +17195550142}, {@code
 * +17195550142;ext=12} (RFC 3966). A number without a country code is read as a United States
 * number.
 */
public final class Phone {
  private static final String REGION = "US";

  private Phone() {}

  /**
   * Parses a typed phone number. The result is empty when the text can't be a phone number, or when
   * its extension has more than 8 digits.
   */
  public static Optional<String> find(String typed) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = numbers.parse(typed, REGION);
      if (!numbers.isPossibleNumber(number) || number.getExtension().length() > 8) {
        return Optional.empty();
      }
      String extension = number.hasExtension() ? ";ext=" + number.getExtension() : "";
      return Optional.of(numbers.format(number, PhoneNumberFormat.E164) + extension);
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }

  public static FieldError error(String field) {
    return new FieldError(field, "INVALID", "This is not a valid phone number.");
  }
}
