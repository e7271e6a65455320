package org.permitportal.credentials.handlers;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What was done: everybody is signed out.
 *
 * @param newPasswordNeeded whether the password was voided too, so that a new one must be set
 */
@Serdeable
public record ShutOut(boolean newPasswordNeeded) {}
