package org.permitportal.permits;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Page;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/** Stores link requests; see {@link PermitStore}. */
@Singleton
class LinkStore {
  private final Table table;

  LinkStore(Tables tables) {
    this.table = tables.named("permits");
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
