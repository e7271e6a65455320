package org.permitportal.architecture.violators.platform;

import java.util.Random;
import org.permitportal.architecture.Violates;

@Violates("randomness is secure")
final class GuessableCode {
  private GuessableCode() {}

  static int digits(Random random) {
    return random.nextInt(1_000_000);
  }
}
