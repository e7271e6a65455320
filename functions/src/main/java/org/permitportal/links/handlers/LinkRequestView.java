package org.permitportal.links.handlers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.permitportal.links.LinkRequest;

/**
 * A link request as its account sees it; {@code answer} is the staff member's reason for a refusal.
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record LinkRequestView(
    String permitId,
    String permitNumber,
    String address,
    String role,
    String reason,
    LinkRequest.State state,
    Instant requestedAt,
    @Nullable Instant decidedAt,
    @Nullable String answer) {
  static LinkRequestView of(LinkRequest request) {
    return new LinkRequestView(
        request.permitId(),
        request.permitNumber(),
        request.address(),
        request.role(),
        request.reason(),
        request.state(),
        request.requestedAt(),
        request.decidedAt(),
        request.answer());
  }
}
