package org.permitportal.users;

/** Tells how often answers were hashed, for tests that compare efforts. */
public final class Hashings {
  private Hashings() {}

  /** Returns the number of Argon2id computations of this process so far. */
  public static long computed() {
    return SecretAnswer.computed();
  }
}
