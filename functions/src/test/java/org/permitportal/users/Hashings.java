package org.permitportal.users;

/** How often answers were hashed, for tests that compare efforts. */
public final class Hashings {
  private Hashings() {}

  /** Argon2id computations of this process so far. */
  public static long computed() {
    return SecretAnswer.computed();
  }
}
