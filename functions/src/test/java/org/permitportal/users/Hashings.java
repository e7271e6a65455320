package org.permitportal.users;

/**
 * Counts how often answers to secret questions were hashed, for tests that compare the work of
 * requests.
 */
public final class Hashings {
  private Hashings() {}

  /** Returns the number of Argon2id computations of this process so far. */
  public static long computed() {
    return SecretAnswer.computed();
  }
}
