package org.permitportal.members;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import org.permitportal.contract.Yaml;
import org.permitportal.journey.ThePortal;

/** The hourly function that finishes what concerns members. */
final class TheSweep {
  private TheSweep() {}

  /** Runs the function once. */
  static void run() {
    try {
      ThePortal.stack()
          .invoke(
              "SweepMembersFunction",
              new ObjectMapper()
                  .readTree(Files.readString(Yaml.ROOT.resolve("events/sweepMembers.json"))));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
