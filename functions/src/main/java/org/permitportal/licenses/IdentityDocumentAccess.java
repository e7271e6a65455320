package org.permitportal.licenses;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * Somebody of the staff looked at an identity document.
 *
 * @param staffId the staff pool's username
 */
@Serdeable
public record IdentityDocumentAccess(String documentId, String kind, String staffId, Instant at) {}
