package org.permitportal.licenses;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A record that a staff member opened an identity document.
 *
 * @param staffId the staff member's username in the staff user pool
 */
@Serdeable
public record IdentityDocumentAccess(String documentId, String kind, String staffId, Instant at) {}
