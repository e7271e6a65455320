package org.permitportal.members;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/**
 * Stores the open claim of an account as {@code ACCOUNT#id / PRINCIPAL-CLAIM} in the accounts
 * table. An account has one at most.
 */
@Singleton
class PrincipalClaimStore {
  private final Table table;

  PrincipalClaimStore(Tables tables) {
    this.table = tables.named("accounts");
  }

  /** Returns an account's open claim; empty when there is none. Takes one read. */
  Optional<PrincipalClaim> open(String accountId) {
    return table.get(PrincipalClaim.pk(accountId), PrincipalClaim.SORT).map(PrincipalClaim::from);
  }

  /** Returns the write that stores a claim. Its condition fails when another one is open. */
  Write create(PrincipalClaim claim) {
    return table.put(claim.item()).whenAbsent();
  }

  /** Returns the write that ends a claim. Its condition fails when this claim is not open. */
  Write end(PrincipalClaim claim) {
    return table
        .delete(PrincipalClaim.pk(claim.accountId()), PrincipalClaim.SORT)
        .when("#claimedAt = :claimed", "claimed", claim.claimedAt());
  }

  /** Returns the write that ends an account's claim, if one is open. */
  Write drop(String accountId) {
    return table.delete(PrincipalClaim.pk(accountId), PrincipalClaim.SORT);
  }
}
