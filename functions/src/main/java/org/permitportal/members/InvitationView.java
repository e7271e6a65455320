package org.permitportal.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Caller.MemberRole;

/** An open invitation as owners see it. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvitationView(
    String invitationId,
    String email,
    MemberRole role,
    @Nullable String name,
    String language,
    String invitedBy,
    Instant invitedAt,
    Instant expiresAt) {
  static InvitationView of(Invitation invitation) {
    return new InvitationView(
        invitation.id(),
        invitation.email(),
        invitation.role(),
        invitation.name(),
        invitation.language(),
        invitation.invitedBy(),
        invitation.invitedAt(),
        invitation.expiresAt());
  }
}
