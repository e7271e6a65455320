package org.permitportal.registrations;

import java.util.Set;

/** How far a registration is. Confirming and sweeping exclude each other. */
enum RegistrationState {
  /** Can be edited until it expires. */
  OPEN,
  /** Became an account; kept for a while so that a repeated confirmation finds it. */
  CONFIRMED,
  /** Expired; its user, name and files are removed. */
  SWEPT;

  /** The states that may follow. */
  Set<RegistrationState> next() {
    return this == OPEN ? Set.of(CONFIRMED, SWEPT) : Set.of();
  }
}
