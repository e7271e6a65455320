package org.permitportal.links;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.permitportal.links.LinkRequest.State;
import org.permitportal.links.LinkStore.Standing;
import org.permitportal.permits.Activity;
import org.permitportal.permits.Activity.Audience;
import org.permitportal.permits.Activity.Kind;
import org.permitportal.permits.Actor;
import org.permitportal.permits.Chronology;
import org.permitportal.permits.Party;
import org.permitportal.permits.Permit;
import org.permitportal.permits.PermitFacts;
import org.permitportal.permits.PermitStore;
import org.permitportal.platform.Caller.StaffMember;
import org.permitportal.platform.City;
import org.permitportal.platform.Mail;
import org.permitportal.platform.MailTexts;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outage;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Page;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RequestProblem;
import org.permitportal.platform.Write;

/**
 * Lets staff approve or refuse link requests. One transaction writes the request, the event, the
 * notice and, for an approval, the party. The request and the event name the staff member.
 */
@Singleton
public class LinkDecisions {
  private static final int PAGE = 25;
  private static final int TRIES = 4;
  private final PermitStore permits;
  private final LinkStore links;
  private final Chronology chronology;
  private final Outbox outbox;
  private final City city;
  private final Clock clock;

  LinkDecisions(
      PermitStore permits,
      LinkStore links,
      Chronology chronology,
      Outbox outbox,
      City city,
      Clock clock) {
    this.permits = permits;
    this.links = links;
    this.chronology = chronology;
    this.outbox = outbox;
    this.city = city;
    this.clock = clock;
  }

  /** Returns a page of open link requests, the oldest first. */
  public Page<LinkRequest> open(@Nullable String cursor) {
    return links.open(PAGE, cursor);
  }

  /**
   * Approves a request: the account becomes a party of the permit.
   *
   * @param version the version of the request that the staff member has seen
   * @param role the key of the role that the account gets; null for the role that it asked for
   * @throws Problem 400 when the city has no such role; 404 when there is no such request or
   *     permit; 409 when the request is no longer open, the account already has the role, or the
   *     permit has {@link Permit#MOST_PARTIES} parties; 412 when the request's version has changed;
   *     503 when other changes keep coming in between
   */
  public LinkRequest approve(
      StaffMember staff, String permitId, String accountId, long version, @Nullable String role) {
    if (role != null && city.permits().partyRole(role).isEmpty()) {
      throw Problem.invalid("role", "INVALID", "Choose one of the city's roles.");
    }
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Standing standing = links.standing(permitId, accountId);
      LinkRequest request = open(standing.link(), version);
      PermitFacts permit = standing.permit().orElseThrow(Problem::notFound);
      if (permit.parties() >= Permit.MOST_PARTIES) {
        throw Problem.of(LinkProblem.TOO_MANY_PARTIES);
      }
      String given = role == null ? request.role() : role;
      if (standing.has(given)) {
        throw Problem.of(LinkProblem.ALREADY_A_PARTY);
      }
      LinkRequest approved = request.approved(given, staff.userId(), now());
      Party party = Party.of(accountId, request.accountName(), approved.role(), clock.instant());
      List<Write> writes = new ArrayList<>(List.of(links.next(approved)));
      writes.addAll(permits.link(permit, standing.parties(), party));
      writes.add(outbox.write(notice(Mail.LINK_APPROVED, approved)));
      Activity linked = decided(Kind.PARTY_LINKED, Audience.PARTIES, staff, request, approved);
      if (chronology.append(permitId, linked, writes).isEmpty()) {
        return approved;
      }
    }
    throw Outage.problem();
  }

  /**
   * Refuses a request.
   *
   * @param why the reason, which is mailed to the account
   * @throws Problem 404 when there is no such request; 409 when the request is no longer open; 412
   *     when the request's version has changed; 503 when other changes keep coming in between
   */
  public LinkRequest refuse(
      StaffMember staff, String permitId, String accountId, long version, String why) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      LinkRequest request = open(links.find(permitId, accountId), version);
      LinkRequest refused = request.refused(why, staff.userId(), now());
      Activity refusal = decided(Kind.LINK_REFUSED, Audience.STAFF, staff, request, refused);
      List<Write> writes =
          List.of(links.next(refused), outbox.write(notice(Mail.LINK_REFUSED, refused)));
      if (chronology.append(permitId, refusal, writes).isEmpty()) {
        return refused;
      }
    }
    throw Outage.problem();
  }

  /** Returns the current time in whole milliseconds. Items store no smaller unit. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static LinkRequest open(Optional<LinkRequest> found, long version) {
    LinkRequest request = found.orElseThrow(Problem::notFound);
    if (request.state() != State.OPEN) {
      throw Problem.of(
          LinkProblem.LINK_REQUEST_CLOSED,
          Problem.Details.NONE.withCurrentVersion(request.version()));
    }
    if (request.version() != version) {
      throw Problem.of(
          RequestProblem.CHANGED_MEANWHILE,
          Problem.Details.NONE.withCurrentVersion(request.version()));
    }
    return request;
  }

  private static Activity decided(
      Kind kind, Audience audience, StaffMember staff, LinkRequest before, LinkRequest after) {
    return Activity.changing(
        kind,
        audience,
        Actor.of(staff),
        "state",
        before.state(),
        after.state(),
        Map.of("account", after.accountName(), "role", after.role()));
  }

  private static Notice notice(Mail mail, LinkRequest request) {
    Map<String, String> values = new HashMap<>();
    values.put("permit", request.permitNumber());
    values.put("address", request.address());
    values.put("roleKey", MailTexts.partyRole(request.role()));
    Optional.ofNullable(request.answer()).ifPresent(answer -> values.put("answer", answer));
    return new Notice(mail, request.accountId(), values);
  }
}
