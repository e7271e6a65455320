package org.permitportal.staff.handlers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.permitportal.links.LinkRequest;

/**
 * A link request as staff see it.
 *
 * @param decidedBy the id of the staff member who decided
 * @param earlier the last decision on an earlier request of this account
 * @param version the version to send in {@code If-Match}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record StaffLinkRequest(
    String permitId,
    String accountId,
    String permitNumber,
    String address,
    String accountName,
    String accountNumber,
    String role,
    String reason,
    LinkRequest.State state,
    Instant requestedAt,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy,
    @Nullable String answer,
    LinkRequest.@Nullable Decision earlier,
    long version) {
  static StaffLinkRequest of(LinkRequest request) {
    return new StaffLinkRequest(
        request.permitId(),
        request.accountId(),
        request.permitNumber(),
        request.address(),
        request.accountName(),
        request.accountNumber(),
        request.role(),
        request.reason(),
        request.state(),
        request.requestedAt(),
        request.decidedAt(),
        request.decidedBy(),
        request.answer(),
        request.earlier(),
        request.version());
  }
}
