package org.permitportal.licenses;

import io.micronaut.serde.annotation.Serdeable;

/** A license's status today, from the staff's verdict and the days it has left. */
@Serdeable
public enum LicenseStatus {
  UNVERIFIED,
  VERIFIED,
  REJECTED,
  /** Verified, but so close to its last day that the city's first reminder is due. */
  EXPIRING,
  /** Past its last day, whatever the verdict. */
  EXPIRED
}
