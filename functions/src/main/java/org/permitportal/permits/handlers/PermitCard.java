package org.permitportal.permits.handlers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import org.permitportal.permits.NextMove;
import org.permitportal.permits.PermitDates;
import org.permitportal.permits.PermitStatus;
import org.permitportal.permits.PermitSummary;
import org.permitportal.permits.Place;

/**
 * A permit in a list; all of it is public.
 *
 * @param statusMapped BLDS StatusCurrentMapped; null for a draft
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record PermitCard(
    String permitId,
    String number,
    String type,
    String description,
    PermitStatus status,
    @Nullable String statusMapped,
    NextMove nextMove,
    Place address,
    PermitDates dates) {
  static PermitCard of(PermitSummary permit) {
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
