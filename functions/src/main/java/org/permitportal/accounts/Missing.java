package org.permitportal.accounts;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Something that a registration still lacks.
 *
 * @param step where it is given
 * @param field the field of that step, e.g. {@code password}, {@code licence}, {@code
 *     attachments.photo-id}
 */
@Serdeable
public record Missing(WizardStep step, String field) {}
