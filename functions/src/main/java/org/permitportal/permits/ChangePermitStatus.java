package org.permitportal.permits;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.permitportal.permits.Activity.Audience;
import org.permitportal.permits.Activity.Kind;
import org.permitportal.platform.Caller;
import org.permitportal.platform.City;
import org.permitportal.platform.Mail;
import org.permitportal.platform.MailTexts;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outage;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.RequestProblem;
import org.permitportal.platform.Write;

/**
 * Changes a permit's status. No other class does this. One transaction writes the permit, the
 * summaries in the items of its parties, the event, and the notices to the parties.
 */
@Singleton
class ChangePermitStatus {
  private static final int TRIES = 4;
  private final PermitStore store;
  private final Chronology chronology;
  private final Outbox outbox;
  private final City city;
  private final Clock clock;

  ChangePermitStatus(
      PermitStore store, Chronology chronology, Outbox outbox, City city, Clock clock) {
    this.store = store;
    this.chronology = chronology;
    this.outbox = outbox;
    this.city = city;
    this.clock = clock;
  }

  /**
   * Gives a permit another status.
   *
   * @param from the status that the caller has seen
   * @return the permit after the change
   * @throws Problem 403 when the caller may not make this change; 404 when there is no such permit,
   *     or the caller may not see it; 409 when the permit has another status than {@code from}, or
   *     {@code to} may not follow it; 503 when other changes keep coming in between
   */
  PermitFacts change(Caller caller, String permitId, PermitStatus from, PermitStatus to) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Permit permit =
          store.load(permitId).filter(p -> p.seenBy(caller)).orElseThrow(Problem::notFound);
      PermitStatus present = permit.facts().status();
      if (present != from || !present.next().contains(to)) {
        throw Problem.of(
            PermitProblem.STATUS_NOT_NEXT,
            new FieldError("status", "NOT_NEXT", to + " may not follow " + present + " here."));
      }
      if (!permit.allows(caller, to)) {
        throw Problem.of(RequestProblem.NOT_ALLOWED);
      }
      PermitFacts after =
          permit.facts().reaching(to, now(), LocalDate.ofInstant(clock.instant(), city.zone()));
      List<Write> writes = new ArrayList<>(writes(permit, after));
      notices(permit, to).forEach(notice -> writes.add(outbox.write(notice)));
      if (chronology.append(permitId, changed(permit, after, Actor.of(caller)), writes).isEmpty()) {
        return after;
      }
    }
    throw Outage.problem();
  }

  /**
   * Copies a permit's present version from the former system. Any status may follow any other here,
   * because the former system has decided already. The parties get no notices, because the change
   * is not new to them.
   *
   * @param more more writes for the same transaction
   * @return false when the permit has changed since it was read
   */
  boolean copy(Permit permit, PermitFacts after, Actor importer, List<Write> more) {
    List<Write> writes = new ArrayList<>(writes(permit, after));
    writes.addAll(more);
    return chronology.append(after.id(), changed(permit, after, importer), writes).isEmpty();
  }

  private List<Write> writes(Permit permit, PermitFacts after) {
    List<Write> writes = new ArrayList<>(List.of(store.change(after)));
    writes.addAll(store.summaries(permit.parties(), after.summary()));
    return writes;
  }

  private static Activity changed(Permit permit, PermitFacts after, Actor actor) {
    PermitStatus from = permit.facts().status();
    PermitDifferences differences = PermitDifferences.between(permit.facts(), after);
    boolean same = from == after.status();
    return new Activity(
        same ? Kind.DETAILS_CHANGED : Kind.STATUS_CHANGED,
        Audience.PARTIES,
        actor,
        differences.before(),
        differences.after(),
        same ? Map.of() : Map.of("from", from.name(), "to", after.status().name()));
  }

  /** Returns one notice for each linked account, even when the account has several roles. */
  private static List<Notice> notices(Permit permit, PermitStatus to) {
    return permit.parties().stream()
        .map(Party::accountId)
        .distinct()
        .map(
            account ->
                new Notice(
                    Mail.PERMIT_STATUS_CHANGED,
                    account,
                    Map.of(
                        "permit", permit.facts().number(),
                        "address", permit.facts().place().oneLine(),
                        "statusKey", MailTexts.permitStatus(to))))
        .toList();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
