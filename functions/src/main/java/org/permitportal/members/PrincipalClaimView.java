package org.permitportal.members;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * An open claim to sign in by the company's name, as owners see it.
 *
 * @param memberId the owner who claims
 * @param effectiveAt when the claim takes effect unless it is refused
 */
@Serdeable
public record PrincipalClaimView(
    String memberId, String name, Instant claimedAt, Instant effectiveAt) {
  static PrincipalClaimView of(PrincipalClaim claim) {
    return new PrincipalClaimView(
        claim.claimantId(), claim.claimant(), claim.claimedAt(), claim.effectiveAt());
  }
}
