package org.permitportal.licenses;

import io.micronaut.serde.annotation.Serdeable;

/** The kinds of things staff verify about an account. Each is stored as an item of its own. */
@Serdeable
public enum LicenseKind {
  /** The license of a trade or profession. */
  LICENSE,
  /** General liability insurance. */
  LIABILITY,
  /** Workers' compensation insurance. */
  WORKERS_COMP,
  /** The holder's identity. Uploading identity documents or declarations creates this item. */
  IDENTITY
}
