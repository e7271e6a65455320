package org.permitportal.users;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.SecuritySettings;

/**
 * The rules for a new password. It must meet the city's rule. It must not be common, and must not
 * contain publicly known words about its owner (NIST SP 800-63B-4, 3.1.1.2).
 */
@Singleton
public class PasswordRules {
  private static final Pattern ENDING = Pattern.compile("[^\\p{L}]+$");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int FEWEST_DIFFERENT = 4;
  private static final int SHORTEST_KNOWN_WORD = 4;

  private final SecuritySettings.PasswordRule rule;
  private final Set<String> common;

  @Inject
  public PasswordRules(City city) {
    this(city.security().password());
  }

  PasswordRules(SecuritySettings.PasswordRule rule) {
    this.rule = rule;
    this.common = read();
  }

  /**
   * Checks a new password for its owner.
   *
   * @param field the request's field that the error names
   * @param known publicly known words about the owner, e.g. the company's name and the local part
   *     of the e-mail address
   * @return the password's error; empty when the password is acceptable
   */
  public Optional<FieldError> check(String field, Password password, List<String> known) {
    String value = password.reveal();
    int length = value.codePointCount(0, value.length());
    if (length < rule.minLength()) {
      return error(field, "TOO_SHORT", "Use at least " + rule.minLength() + " characters.");
    }
    if (value.length() > Math.min(rule.maxLength(), Password.MOST)) {
      return error(field, "TOO_LONG", "Use at most " + rule.maxLength() + " characters.");
    }
    if (value.charAt(0) == Password.BLANK || value.charAt(value.length() - 1) == Password.BLANK) {
      return error(field, "BLANK_AT_END", "A password can't begin or end with a space.");
    }
    if (value.chars().anyMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c))) {
      return error(field, "INVALID", "A password can't contain control characters.");
    }
    for (String kind : rule.require()) {
      if (value.codePoints().noneMatch(c -> is(kind, c))) {
        return error(
            field,
            "NEEDS_" + kind.toUpperCase(Locale.ROOT),
            "Use at least one character of this kind: " + kind + ".");
      }
    }
    return guessable(field, value.toLowerCase(Locale.ROOT), known);
  }

  private Optional<FieldError> guessable(String field, String value, List<String> known) {
    if (common.contains(value)
        || common.contains(ENDING.matcher(value).replaceFirst(""))
        || value.codePoints().distinct().count() < FEWEST_DIFFERENT
        || isRun(value)) {
      return error(field, "COMMON", "This password is too easy to guess. Choose another.");
    }
    String letters = bare(value);
    for (String word : known) {
      String bare = bare(word);
      if (bare.length() >= SHORTEST_KNOWN_WORD && letters.contains(bare)) {
        return error(
            field,
            "KNOWN_WORD",
            "Choose a password that doesn't contain the account's name or email address.");
      }
    }
    return Optional.empty();
  }

  /** Returns whether the password is a run of characters, such as "abcdefgh" or "87654321". */
  private static boolean isRun(String value) {
    for (int step : new int[] {1, -1}) {
      boolean run = true;
      for (int i = 1; i < value.length(); i++) {
        run &= value.charAt(i) - value.charAt(i - 1) == step;
      }
      if (run) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(String kind, int character) {
    return switch (kind) {
      case "lower" -> Character.isLowerCase(character);
      case "upper" -> Character.isUpperCase(character);
      case "digit" -> Character.isDigit(character);
      case "symbol" -> !Character.isLetterOrDigit(character);
      default -> throw new IllegalStateException("Unknown kind of character: " + kind);
    };
  }

  private static String bare(String text) {
    return SEPARATORS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static Optional<FieldError> error(String field, String code, String message) {
    return Optional.of(new FieldError(field, code, message));
  }

  private static Set<String> read() {
    try (InputStream in = PasswordRules.class.getResourceAsStream("/passwords/common.txt")) {
      if (in == null) {
        throw new IllegalStateException("No /passwords/common.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
