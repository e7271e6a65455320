package org.permitportal.architecture.violators.notices;

import org.permitportal.architecture.Violates;

@Violates("time comes from the clock")
final class MachineMillis {
  private MachineMillis() {}

  static long now() {
    return System.currentTimeMillis();
  }
}
