package org.permitportal.licenses;

import io.micronaut.serde.annotation.Serdeable;

/** How a license stands today: staff's verdict and the days it has left. */
@Serdeable
public enum LicenseStatus {
  UNVERIFIED,
  VERIFIED,
  REJECTED,
  /** Verified, with as many days left as the city's first reminder or fewer. */
  EXPIRING,
  /** Past its last day, whatever staff said of it. */
  EXPIRED
}
