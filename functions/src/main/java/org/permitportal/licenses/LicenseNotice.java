package org.permitportal.licenses;

import java.util.Map;
import java.util.Optional;

/** Provides the values that mails use to name a license. */
final class LicenseNotice {
  private LicenseNotice() {}

  /**
   * Returns the key of the license's name in the mail texts, and its number, or a dash without one.
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
