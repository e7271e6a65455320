package org.permitportal.links;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.AccountUse;
import org.permitportal.permits.Party;
import org.permitportal.permits.PermitSummary;
import org.permitportal.platform.Item;
import org.permitportal.platform.Page;

/** Lists the permits that an account is linked to, and its open and refused link requests. */
@Singleton
class PermitUse implements AccountUse {
  private static final int PAGE = 200;
  private final LinkStore links;

  PermitUse(LinkStore links) {
    this.links = links;
  }

  @Override
  public List<Line> lines(String accountId) {
    List<Line> lines = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Page<Item> page = links.dashboard(accountId, PAGE, cursor);
      page.items().forEach(item -> lines.add(line(item)));
      cursor = page.next();
    } while (cursor != null);
    return lines;
  }

  private static Line line(Item item) {
    if (LinkRequest.isOne(item)) {
      LinkRequest link = LinkRequest.from(item);
      return new Line(
          "link-request",
          link.permitId(),
          link.permitNumber(),
          link.state().name(),
          link.role(),
          link.reason(),
          link.state() == LinkRequest.State.OPEN);
    }
    PermitSummary permit = PermitSummary.from(item);
    return new Line(
        "permit",
        permit.id(),
        permit.number(),
        permit.status().name(),
        String.join(", ", Party.roles(item)),
        permit.description(),
        !permit.status().closed());
  }
}
