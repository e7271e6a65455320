package org.permitportal.links;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.AccountSummaries;
import org.permitportal.accounts.AccountSummary;
import org.permitportal.links.LinkRequest.State;
import org.permitportal.links.LinkStore.Standing;
import org.permitportal.permits.Activity;
import org.permitportal.permits.Activity.Audience;
import org.permitportal.permits.Activity.Kind;
import org.permitportal.permits.Actor;
import org.permitportal.permits.Chronology;
import org.permitportal.permits.PermitFacts;
import org.permitportal.permits.PermitStatus;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.PermitSettings;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Transaction;

/** Lets accounts ask staff for a link to a permit, and withdraw the request. */
@Singleton
public class LinkRequests {
  private final Chronology chronology;
  private final LinkStore links;
  private final AccountSummaries accounts;
  private final Outbox outbox;
  private final City city;
  private final Ids ids;
  private final Clock clock;

  LinkRequests(
      Chronology chronology,
      LinkStore links,
      AccountSummaries accounts,
      Outbox outbox,
      City city,
      Ids ids,
      Clock clock) {
    this.chronology = chronology;
    this.links = links;
    this.accounts = accounts;
    this.outbox = outbox;
    this.city = city;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Asks staff for a link to a permit. The user gets a receipt by mail.
   *
   * @param role the key of a role that the city's settings mark as linkable
   * @param reason why the account should be linked
   * @param key the client's Idempotency-Key, or null; a call repeated with the same key returns the
   *     same link request
   * @throws Problem 400 when the role is not linkable; 404 when there is no such permit, or the
   *     permit is a draft; 409 when the account already has this role or an open request
   */
  public LinkRequest request(
      Applicant applicant, String permitId, String role, String reason, @Nullable String key) {
    if (city.permits().partyRole(role).filter(PermitSettings.PartyRole::linkable).isEmpty()) {
      throw Problem.invalid("role", "INVALID", "Choose one of the roles offered here.");
    }
    String id =
        key == null
            ? ids.ulid()
            : Ids.derived(
                applicant.accountId(),
                String.join("\n", "requestLink", permitId, role, reason),
                key);
    Standing standing = links.standing(permitId, applicant.accountId());
    PermitFacts permit =
        standing
            .permit()
            .filter(p -> p.status() != PermitStatus.DRAFT)
            .orElseThrow(Problem::notFound);
    LinkRequest before = standing.link().orElse(null);
    if (before != null && before.id().equals(id)) {
      return before;
    }
    refuseWhen(standing, role);
    LinkRequest request = made(applicant, permit, id, role, reason, before);
    boolean written =
        new Transaction()
            .with(before == null ? links.first(request) : links.next(request))
            .with(links.notYet(permitId, applicant.accountId(), role))
            .with(outbox.write(receipt(request)))
            .run()
            .isEmpty();
    return written ? request : after(applicant, permitId, id, role);
  }

  /**
   * Withdraws the account's open request. Repeating the call changes nothing.
   *
   * @throws Problem 404 when the account has no request for this permit; 409 when staff have
   *     decided already
   */
  public void withdraw(Applicant applicant, String permitId) {
    LinkRequest request =
        links.find(permitId, applicant.accountId()).orElseThrow(Problem::notFound);
    if (request.state() == State.WITHDRAWN) {
      return;
    }
    if (request.state() != State.OPEN || !withdrawn(applicant, request)) {
      throw Problem.of(LinkProblem.LINK_REQUEST_CLOSED);
    }
  }

  private boolean withdrawn(Applicant applicant, LinkRequest request) {
    Activity withdrawal =
        Activity.changing(
            Kind.LINK_WITHDRAWN,
            Audience.STAFF,
            Actor.of(applicant),
            "state",
            request.state(),
            State.WITHDRAWN,
            Map.of("account", request.accountName(), "role", request.role()));
    return chronology
        .append(
            request.permitId(), withdrawal, List.of(links.next(request.withdrawn(clock.instant()))))
        .isEmpty();
  }

  /**
   * Handles a refused write. Another write came first: a repetition of this call, another request,
   * or a staff member's decision.
   */
  private LinkRequest after(Applicant applicant, String permitId, String id, String role) {
    Standing now = links.standing(permitId, applicant.accountId());
    LinkRequest there = now.link().orElse(null);
    if (there != null && there.id().equals(id)) {
      return there;
    }
    refuseWhen(now, role);
    throw Problem.of(LinkProblem.LINK_REQUEST_CLOSED);
  }

  private static void refuseWhen(Standing standing, String role) {
    if (standing.has(role)) {
      throw Problem.of(LinkProblem.ALREADY_A_PARTY);
    }
    if (standing.link().filter(link -> link.state() == State.OPEN).isPresent()) {
      throw Problem.of(LinkProblem.LINK_ALREADY_REQUESTED);
    }
  }

  private LinkRequest made(
      Applicant applicant,
      PermitFacts permit,
      String id,
      String role,
      String reason,
      @Nullable LinkRequest before) {
    AccountSummary account = accounts.of(applicant.accountId());
    return new LinkRequest(
        permit.id(),
        applicant.accountId(),
        id,
        account.name(),
        account.number(),
        permit.number(),
        permit.place().oneLine(),
        role,
        reason,
        State.OPEN,
        applicant.userId(),
        // Items store times in whole milliseconds. So a repeated call gets the same answer.
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        null,
        null,
        null,
        before == null ? null : before.lastDecision(),
        before == null ? 1 : before.version() + 1);
  }

  private static Notice receipt(LinkRequest request) {
    return new Notice(
        Mail.LINK_REQUESTED,
        request.userId(),
        Map.of("permit", request.permitNumber(), "address", request.address()));
  }
}
