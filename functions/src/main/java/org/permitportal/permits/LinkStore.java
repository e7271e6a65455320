package org.permitportal.permits;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Page;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/** Link requests; see {@link PermitStore}. */
@Singleton
class LinkStore {
  private final Table table;

  LinkStore(Tables tables) {
    this.table = tables.named("permits");
  }

  /** Open requests, oldest first; by index. */
  Page<LinkRequest> open(int limit, @Nullable String cursor) {
    return table
        .query("byQueue", "queue", "queueSort", LinkRequest.QUEUE)
        .page(limit, cursor)
        .map(LinkRequest::from);
  }

  /** The write of a request where there was none. */
  Write first(LinkRequest request) {
    return table.put(request.item()).whenAbsent();
  }

  /** The write of a request that was changed, or that takes the place of a closed one. */
  Write next(LinkRequest request) {
    return table.put(request.item()).when("#version = :read", "read", request.version() - 1);
  }

  /** Holds only while an account is no party. */
  Write noPartyYet(String permitId, String accountId) {
    return table.check(PermitFacts.key(permitId), Party.sort(accountId)).whenAbsent();
  }
}
