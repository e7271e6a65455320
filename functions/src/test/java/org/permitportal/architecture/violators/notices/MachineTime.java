package org.permitportal.architecture.violators.notices;

import java.time.Instant;
import java.util.function.Supplier;
import org.permitportal.architecture.Violates;

@Violates("time comes from the clock")
final class MachineTime {
  private MachineTime() {}

  static final Supplier<Instant> NOW = Instant::now;
}
