package org.permitportal.evidence;

/**
 * How far long proofs go: {@code verify} runs a small one, CI a bounded sample, and {@code ./mvnw
 * verify -Pdeep} all of it.
 */
public final class Depth {
  private static final boolean FULL = "full".equals(System.getProperty("depth"));
  private static final boolean CI = "true".equals(System.getenv("CI"));

  private Depth() {}

  /** The value for this build. */
  public static <T> T of(T small, T sample, T full) {
    return FULL ? full : CI ? sample : small;
  }
}
