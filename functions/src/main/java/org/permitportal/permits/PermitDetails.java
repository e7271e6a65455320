package org.permitportal.permits;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** All public fields of one permit. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PermitDetails(
    PermitCard permit,
    @Nullable String parcel,
    Work work,
    @Nullable Contractor contractor,
    @Nullable String masterNumber) {
  /** Returns the public fields of a permit. */
  public static PermitDetails of(PermitFacts facts) {
    return new PermitDetails(
        PermitCard.of(facts.summary()),
        facts.parcel(),
        facts.work(),
        facts.contractor(),
        facts.masterNumber());
  }
}
