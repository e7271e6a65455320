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

/** Stores link requests; see {@link PermitStore}. */
@Singleton
class LinkStore {
  private final Table table;

  LinkStore(Tables tables) {
    this.table = tables.primed("permits");
  }

  /** Reads a permit, and an account's party and link request on it, if they exist, by one call. */
  Standing standing(String permitId, String accountId) {
    String pk = PermitFacts.key(permitId);
    List<Item> found =
        table.getAll(
            List.of(
                Item.of(pk, PermitFacts.SORT),
                Item.of(pk, Party.sort(accountId)),
                Item.of(pk, LinkRequest.sort(accountId))));
    return new Standing(
        found.stream()
            .filter(i -> i.sk().equals(PermitFacts.SORT))
            .map(PermitFacts::from)
            .findFirst(),
        found.stream().filter(Party::isOne).map(Party::from).findFirst(),
        found.stream().filter(LinkRequest::isOne).map(LinkRequest::from).findFirst());
  }

  /** A permit, and an account's party and link request on it, each if it exists. */
  record Standing(
      Optional<PermitFacts> permit, Optional<Party> party, Optional<LinkRequest> link) {}

  /**
   * Reads a page of an account's permits and link requests, those it has to act on first; reads an
   * index.
   */
  Page<Item> dashboard(String accountId, int limit, @Nullable String cursor) {
    return table
        .query("byParty", "party", "partySort", Party.dashboard(accountId))
        .page(limit, cursor);
  }

  /** Returns one page of the open requests, the oldest first; reads an index. */
  Page<LinkRequest> open(int limit, @Nullable String cursor) {
    return table
        .query("byQueue", "queue", "queueSort", LinkRequest.QUEUE)
        .page(limit, cursor)
        .map(LinkRequest::from);
  }

  /** Returns the write of an account's first request; it fails when there is one already. */
  Write first(LinkRequest request) {
    return table.put(request.item()).whenAbsent();
  }

  /**
   * Returns the write of a changed request, or of a new one that replaces a closed one; it fails
   * when the stored version has changed.
   */
  Write next(LinkRequest request) {
    return table.put(request.item()).when("#version = :read", "read", request.version() - 1);
  }

  /** Returns a check that the account is not a party of the permit. */
  Write noPartyYet(String permitId, String accountId) {
    return table.check(PermitFacts.key(permitId), Party.sort(accountId)).whenAbsent();
  }
}
