package org.permitportal.platform;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** What guards signing in: the section {@code security} of the city's settings. */
@Serdeable
public record SecuritySettings(
    Codes codes,
    PasswordRule password,
    List<City.Labelled> secretQuestions,
    SecretAnswers secretAnswers) {
  /** How many minutes a mailed code is valid, and how many tries it allows. */
  @Serdeable
  public record Codes(int minutes, int tries) {}

  /** The rule for passwords; the user pool has the same rule. */
  @Serdeable
  public record PasswordRule(int minLength, int maxLength, List<String> require) {}

  /** What one Argon2id hash of an answer to a secret question costs. */
  @Serdeable
  public record SecretAnswers(int memoryKiB, int passes) {}
}
