package org.permitportal.credentials.handlers;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The response after all sessions of a user were ended.
 *
 * @param newPasswordNeeded whether the password was voided too; the user must then set a new one
 */
@Serdeable
public record ShutOut(boolean newPasswordNeeded) {}
