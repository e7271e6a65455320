package org.permitportal.credentials.handlers;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What was done: everybody is signed out.
 *
 * @param newPasswordNeeded whether the password was voided too
 */
@Serdeable
public record ShutOut(boolean newPasswordNeeded) {}
