package org.permitportal.licenses;

import java.util.Map;
import java.util.Optional;

/** How mails name a license. */
final class LicenseNotice {
  private LicenseNotice() {}

  /** The key of its name among the mails' texts, and its number; one without has a dash. */
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
