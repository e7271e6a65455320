package org.permitportal.registrations;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.permitportal.platform.Drafts;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Problem;

/** Admits callers who hold a registration's token. */
@Singleton
class DraftTokens implements Drafts {
  private final RegistrationStore registrations;
  private final Clock clock;

  DraftTokens(RegistrationStore registrations, Clock clock) {
    this.registrations = registrations;
    this.clock = clock;
  }

  /**
   * Checks a registration's token. The token of a confirmed registration stays valid, so that a
   * repeated confirmation gets the same answer.
   */
  @Override
  public void check(String draftId, String token) {
    Registration registration =
        registrations
            .find(draftId)
            .filter(
                r ->
                    Ids.same(r.tokenHash(), Ids.hash(token))
                        || registrations.hasToken(draftId, Ids.hash(token)))
            .orElseThrow(Problem::notFound);
    if (registration.state() != RegistrationState.CONFIRMED) {
      registration.editable(clock);
    }
  }
}
