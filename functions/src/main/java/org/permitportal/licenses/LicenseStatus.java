package org.permitportal.licenses;

import io.micronaut.serde.annotation.Serdeable;

/** A license's status today. It depends on the decision of staff and on the license's last day. */
@Serdeable
public enum LicenseStatus {
  UNVERIFIED,
  VERIFIED,
  REJECTED,
  /** Verified, but the last day is so near that the city's first reminder is due. */
  EXPIRING,
  /** The last day is over; the decision of staff makes no difference. */
  EXPIRED
}
