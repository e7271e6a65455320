package org.permitportal.licenses;

import io.micronaut.serde.annotation.Serdeable;

/** What staff verify of an account, each with its own item. */
@Serdeable
public enum LicenseKind {
  /** The license of a trade or profession. */
  LICENSE,
  /** General liability insurance. */
  LIABILITY,
  /** Workers' compensation insurance. */
  WORKERS_COMP,
  /** Who the holder is: images of identity documents, declarations. Its documents make it. */
  IDENTITY
}
