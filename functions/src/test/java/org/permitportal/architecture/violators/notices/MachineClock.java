package org.permitportal.architecture.violators.notices;

import java.time.Clock;
import org.permitportal.architecture.Violates;

@Violates("time comes from the clock")
final class MachineClock {
  private MachineClock() {}

  static Clock clock() {
    return Clock.systemUTC();
  }
}
