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

  /** Reads a permit, and an account's parties and link request on it, as far as they exist. */
  Standing standing(String permitId, String accountId) {
    String pk = PermitFacts.key(permitId);
    List<Item> found =
        table.getAll(
            List.of(Item.of(pk, PermitFacts.SORT), Item.of(pk, LinkRequest.sort(accountId))));
    // Read after the permit: whoever is linked in between changes the permit's version.
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

  /** A permit, and an account's parties and link request on it, as far as they exist. */
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

  /** Returns a check that the account does not have this role on the permit. */
  Write notYet(String permitId, String accountId, String role) {
    return table.check(PermitFacts.key(permitId), Party.sort(accountId, role)).whenAbsent();
  }
}
