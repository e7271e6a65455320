package org.permitportal.credentials.handlers;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What was done: all sessions of the user have ended.
 *
 * @param newPasswordNeeded whether the password was voided too, so that a new one must be set
 */
@Serdeable
public record ShutOut(boolean newPasswordNeeded) {}
