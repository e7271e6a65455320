package org.permitportal.registrations;

import java.util.Set;

/** The state of a registration. A registration is either confirmed or swept, never both. */
enum RegistrationState {
  /** Can be edited until it expires. */
  OPEN,
  /** Became an account; kept for a while so that a repeated confirmation finds it. */
  CONFIRMED,
  /** Expired; its user, name and files are removed. */
  SWEPT;

  /** Returns the states that may follow this one. */
  Set<RegistrationState> next() {
    return this == OPEN ? Set.of(CONFIRMED, SWEPT) : Set.of();
  }
}
