package org.permitportal.licenses;

import java.util.Map;
import java.util.Optional;

/** Provides the values with which a mail names a license. */
final class LicenseNotice {
  private LicenseNotice() {}

  /**
   * Returns two values: the key of the mail text for the license's kind, and the license's number.
   * The number is a dash when the license has none.
   */
  static Map<String, String> values(License license) {
    return Map.of(
        "whatKey",
        switch (license.kind()) {
          case LICENSE -> "license.license";
          case LIABILITY -> "license.liability";
          case WORKERS_COMP -> "license.workersComp";
          case IDENTITY -> "license.identity";
        },
        "licenseNumber",
        Optional.ofNullable(license.facts().number()).orElse("–"));
  }
}
