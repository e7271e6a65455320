package org.permitportal.platform;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The settings that protect logging in: the section {@code security} of the city's settings. */
@Serdeable
public record SecuritySettings(
    Codes codes,
    PasswordRule password,
    List<City.Labelled> secretQuestions,
    SecretAnswers secretAnswers) {
  /**
   * The rules for codes that the portal sends by mail.
   *
   * @param minutes the minutes for which a code is valid
   * @param tries the number of wrong tries that end a code
   */
  @Serdeable
  public record Codes(int minutes, int tries) {}

  /**
   * The rule for passwords. The user pool has the same rule.
   *
   * @param require the kinds of characters that a password must have
   */
  @Serdeable
  public record PasswordRule(int minLength, int maxLength, List<String> require) {}

  /**
   * The cost of one Argon2id hash of an answer to a secret question.
   *
   * @param passes the number of passes over the memory
   */
  @Serdeable
  public record SecretAnswers(int memoryKiB, int passes) {}
}
