package org.permitportal.permits;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A permit as lists show it; all its fields are public.
 *
 * @param statusMapped the status as a value of BLDS's field StatusCurrentMapped; null for a draft
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PermitCard(
    String permitId,
    String number,
    String type,
    String description,
    PermitStatus status,
    @Nullable String statusMapped,
    NextMove nextMove,
    Place address,
    PermitDates dates) {
  /** Returns the card of a permit. */
  public static PermitCard of(PermitSummary permit) {
    return new PermitCard(
        permit.id(),
        permit.number(),
        permit.type(),
        permit.description(),
        permit.status(),
        permit.statusMapped(),
        permit.nextMove(),
        permit.place(),
        permit.dates());
  }
}
