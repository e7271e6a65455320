package org.permitportal.permits;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.permits.Permit.Action;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Page;
import org.permitportal.platform.Problem;

/** Reads a permit for one of its parties, with the documents and a page of events. */
@Singleton
public class OpenPermit {
  private final PermitStore store;

  OpenPermit(PermitStore store) {
    this.store = store;
  }

  /** A permit as a party sees it, with the keys of the caller's roles and a page of events. */
  public record Opened(Permit permit, List<String> roles, Page<PermitEvent> events) {}

  /**
   * Returns a permit as its parties see it.
   *
   * @param cursor the cursor of a page of older events, or null for the newest events
   * @throws Problem 404 when there is no such permit, or the caller is not a party
   */
  public Opened open(Applicant applicant, String permitId, @Nullable String cursor) {
    if (cursor == null) {
      PermitStore.Opened found = store.open(permitId).orElseThrow(Problem::notFound);
      return opened(applicant, found.permit(), found.events());
    }
    Permit permit = store.load(permitId).orElseThrow(Problem::notFound);
    if (!permit.allows(applicant, Action.SEE)) {
      throw Problem.notFound();
    }
    return opened(applicant, permit, store.events(permitId, cursor));
  }

  private static Opened opened(Applicant applicant, Permit permit, Page<PermitEvent> events) {
    if (!permit.allows(applicant, Action.SEE)) {
      throw Problem.notFound();
    }
    return new Opened(permit, permit.roles(applicant.accountId()), forParties(events));
  }

  private static Page<PermitEvent> forParties(Page<PermitEvent> events) {
    return new Page<>(
        events.items().stream()
            .filter(e -> e.activity().audience() == Activity.Audience.PARTIES)
            .toList(),
        events.next());
  }
}
