package org.permitportal.links;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.permitportal.permits.Party;
import org.permitportal.permits.PermitFacts;
import org.permitportal.permits.PermitStore;
import org.permitportal.platform.Item;
import org.permitportal.platform.Page;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/** Stores link requests in the permits' partitions; see {@link PermitStore}. */
@Singleton
class LinkStore {
  private final Table table;

  LinkStore(Tables tables) {
    this.table = tables.primed("permits");
  }

  /**
   * Reads a permit, and the account's parties and link request on this permit. Any of these may be
   * missing.
   */
  Standing standing(String permitId, String accountId) {
    String pk = PermitFacts.key(permitId);
    List<Item> found =
        table.getAll(
            List.of(Item.of(pk, PermitFacts.SORT), Item.of(pk, LinkRequest.sort(accountId))));
    // Read the parties after the permit. A party that is added in between changes the permit's
    // version, and a later write notices it.
    List<Party> parties =
        table.query(pk).startingWith(Party.prefix(accountId)).all().stream()
            .map(Party::from)
            .toList();
    return new Standing(
        found.stream()
            .filter(i -> i.sk().equals(PermitFacts.SORT))
            .map(PermitFacts::from)
            .findFirst(),
        parties,
        found.stream().filter(LinkRequest::isOne).map(LinkRequest::from).findFirst());
  }

  /**
   * A permit, and the account's parties and link request on this permit. Any of these may be
   * missing.
   */
  record Standing(Optional<PermitFacts> permit, List<Party> parties, Optional<LinkRequest> link) {
    /** Returns whether the account has this role on the permit. */
    boolean has(String role) {
      return parties.stream().anyMatch(party -> party.role().equals(role));
    }
  }

  /** Reads an account's link request on a permit. */
  Optional<LinkRequest> find(String permitId, String accountId) {
    return table.get(PermitFacts.key(permitId), LinkRequest.sort(accountId)).map(LinkRequest::from);
  }

  /**
   * Reads a page of an account's permits and link requests from an index. Permits on which the
   * account has to act come first.
   */
  Page<Item> dashboard(String accountId, int limit, @Nullable String cursor) {
    return table
        .query("byParty", "party", "partySort", Party.dashboard(accountId))
        .page(limit, cursor);
  }

  /** Reads a page of open link requests from an index, the oldest first. */
  Page<LinkRequest> open(int limit, @Nullable String cursor) {
    return table
        .query("byQueue", "queue", "queueSort", LinkRequest.QUEUE)
        .page(limit, cursor)
        .map(LinkRequest::from);
  }

  /**
   * Returns the write that stores an account's first request for a permit. Its condition fails when
   * the account already has a request for this permit.
   */
  Write first(LinkRequest request) {
    return table.put(request.item()).whenAbsent();
  }

  /**
   * Returns the write that stores a changed request, or a new request in place of a closed one. Its
   * condition fails when the stored request has changed since it was read.
   */
  Write next(LinkRequest request) {
    return table.put(request.item()).when("#version = :read", "read", request.version() - 1);
  }

  /** Returns a check, for a transaction, that the account does not have this role on the permit. */
  Write notYet(String permitId, String accountId, String role) {
    return table.check(PermitFacts.key(permitId), Party.sort(accountId, role)).whenAbsent();
  }
}
