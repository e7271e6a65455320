package org.permitportal.licences;

import java.util.Map;
import java.util.Optional;

/** How mails name a licence. */
final class LicenceNotice {
  private LicenceNotice() {}

  /** The key of its name among the mails' texts, and its number; one without has a dash. */
  static Map<String, String> values(Licence licence) {
    return Map.of(
        "whatKey",
        switch (licence.kind()) {
          case LICENCE -> "licence.licence";
          case LIABILITY -> "licence.liability";
          case WORKERS_COMP -> "licence.workersComp";
          case IDENTITY -> "licence.identity";
        },
        "licenceNumber",
        Optional.ofNullable(licence.facts().number()).orElse("–"));
  }
}
