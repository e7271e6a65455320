package org.permitportal.licenses;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The kinds of items that staff verify for an account. Each license, each insurance and the
 * identity is stored as a separate item.
 */
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
