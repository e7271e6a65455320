package org.permitportal.evidence;

/**
 * Chooses how much of the long tests runs. {@code verify} runs a small part, CI runs a larger
 * sample, and {@code ./mvnw verify -Pdeep} runs all.
 */
public final class Depth {
  private static final boolean FULL = "full".equals(System.getProperty("depth"));
  private static final boolean CI = "true".equals(System.getenv("CI"));

  private Depth() {}

  /** Returns the value for the size of this build. */
  public static <T> T of(T small, T sample, T full) {
    return FULL ? full : CI ? sample : small;
  }
}
