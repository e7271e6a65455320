package org.permitportal.permits.handlers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import org.permitportal.permits.Contractor;
import org.permitportal.permits.PermitFacts;
import org.permitportal.permits.Work;

/** All public fields of one permit. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record PermitDetails(
    PermitCard permit,
    @Nullable String parcel,
    Work work,
    @Nullable Contractor contractor,
    @Nullable String masterNumber) {
  static PermitDetails of(PermitFacts facts) {
    return new PermitDetails(
        PermitCard.of(facts.summary()),
        facts.parcel(),
        facts.work(),
        facts.contractor(),
        facts.masterNumber());
  }
}
