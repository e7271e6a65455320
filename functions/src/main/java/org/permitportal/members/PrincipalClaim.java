package org.permitportal.members;

import java.time.Instant;
import org.permitportal.platform.Item;

/**
 * An owner's claim to become the principal, the user who signs in by the company's name. It takes
 * effect by itself unless the principal refuses it in time.
 *
 * @param claimantId the user id of the owner who claims
 * @param claimant the owner's name
 * @param principalId the user id of the principal at the time of the claim
 * @param effectiveAt when the claim takes effect
 */
record PrincipalClaim(
    String accountId,
    String claimantId,
    String claimant,
    String principalId,
    Instant claimedAt,
    Instant effectiveAt) {
  static final String SORT = "PRINCIPAL-CLAIM";

  static String pk(String accountId) {
    return "ACCOUNT#" + accountId;
  }

  Item item() {
    return Item.of(pk(accountId), SORT)
        .with("accountId", accountId)
        .with("claimantId", claimantId)
        .with("claimant", claimant)
        .with("principalId", principalId)
        .with("claimedAt", claimedAt)
        .with("effectiveAt", effectiveAt);
  }

  static PrincipalClaim from(Item item) {
    return new PrincipalClaim(
        item.text("accountId"),
        item.text("claimantId"),
        item.text("claimant"),
        item.text("principalId"),
        item.instant("claimedAt"),
        item.instant("effectiveAt"));
  }
}
