package org.permitportal.architecture.violators.platform;

import org.permitportal.architecture.Violates;

@Violates("settings come from the function's own environment")
final class ProcessSettings {
  private ProcessSettings() {}

  static String table() {
    return System.getenv("ACCOUNTS_TABLE");
  }
}
