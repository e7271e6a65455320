package org.permitportal.registrations;

import java.util.Set;

/** The state of a registration. A registration is either confirmed or swept, never both. */
enum RegistrationState {
  /** It can be edited until it expires. */
  OPEN,
  /** It became an account. It is kept for a while, so that a repeated confirmation finds it. */
  CONFIRMED,
  /** It has expired. Its user, name and files are removed. */
  SWEPT;

  /** Returns the states that may follow this one. */
  Set<RegistrationState> next() {
    return this == OPEN ? Set.of(CONFIRMED, SWEPT) : Set.of();
  }
}
