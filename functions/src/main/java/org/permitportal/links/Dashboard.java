package org.permitportal.links;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.permits.Party;
import org.permitportal.permits.PermitSummary;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Item;
import org.permitportal.platform.Page;

/** Lists the permits that an account is linked to, and the account's link requests. */
@Singleton
public class Dashboard {
  private static final int PAGE = 25;
  private final LinkStore links;

  Dashboard(LinkStore links) {
    this.links = links;
  }

  /** A page of the dashboard: link requests, permits, and the cursor of the next page. */
  public record Listed(List<LinkRequest> links, List<Own> permits, @Nullable String next) {}

  /** A permit that the account is linked to, and the keys of the account's roles on it. */
  public record Own(PermitSummary permit, List<String> roles) {}

  /**
   * Returns a page of the dashboard. Permits on which the account has to act come first, then open
   * and refused link requests, then the other permits.
   */
  public Listed list(Applicant applicant, @Nullable String cursor) {
    Page<Item> page = links.dashboard(applicant.accountId(), PAGE, cursor);
    return new Listed(
        page.items().stream().filter(LinkRequest::isOne).map(LinkRequest::from).toList(),
        page.items().stream()
            .filter(Party::isOne)
            .map(i -> new Own(PermitSummary.from(i), Party.roles(i)))
            .toList(),
        page.next());
  }
}
