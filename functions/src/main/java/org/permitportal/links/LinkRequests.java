package org.permitportal.links;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.AccountSummaries;
import org.permitportal.accounts.AccountSummary;
import org.permitportal.links.LinkRequest.State;
import org.permitportal.links.LinkStore.Standing;
import org.permitportal.permits.PermitEvent;
import org.permitportal.permits.PermitEvent.Audience;
import org.permitportal.permits.PermitEvent.Kind;
import org.permitportal.permits.PermitFacts;
import org.permitportal.permits.PermitStatus;
import org.permitportal.permits.PermitStore;
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
  private final PermitStore permits;
  private final LinkStore links;
  private final AccountSummaries accounts;
  private final Outbox outbox;
  private final City city;
  private final Ids ids;
  private final Clock clock;

  LinkRequests(
      PermitStore permits,
      LinkStore links,
      AccountSummaries accounts,
      Outbox outbox,
      City city,
      Ids ids,
      Clock clock) {
    this.permits = permits;
    this.links = links;
    this.accounts = accounts;
    this.outbox = outbox;
    this.city = city;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Asks for a link and mails a receipt to the user.
   *
   * @param role the key of a role that can be asked for
   * @param reason why the account should be linked
   * @param key the client's Idempotency-Key, or null; a repeated request returns the same link
   *     request
   * @throws Problem 400 for a role that cannot be asked for; 404 when there is no such permit, or
   *     it is a draft; 409 when the account is already linked or has already asked
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
    refuseWhen(standing);
    LinkRequest request = made(applicant, permit, id, role, reason, before);
    boolean written =
        new Transaction()
            .with(before == null ? links.first(request) : links.next(request))
            .with(links.noPartyYet(permitId, applicant.accountId()))
            .with(outbox.write(receipt(request)))
            .run()
            .isEmpty();
    return written ? request : after(applicant, permitId, id);
  }

  /**
   * Withdraws the account's open request. Repeating it changes nothing.
   *
   * @throws Problem 404 when the account never asked; 409 when staff have decided in the meantime
   */
  public void withdraw(Applicant applicant, String permitId) {
    LinkRequest request =
        links.standing(permitId, applicant.accountId()).link().orElseThrow(Problem::notFound);
    if (request.state() == State.WITHDRAWN) {
      return;
    }
    if (request.state() != State.OPEN || !withdrawn(request)) {
      throw Problem.of(LinkProblem.LINK_REQUEST_CLOSED);
    }
  }

  private boolean withdrawn(LinkRequest request) {
    Instant now = clock.instant();
    PermitEvent event =
        new PermitEvent(
            ids.ulid(),
            now,
            Kind.LINK_WITHDRAWN,
            Audience.STAFF,
            Map.of("account", request.accountName(), "role", request.role()));
    return new Transaction()
        .with(links.next(request.withdrawn(now)))
        .with(permits.event(request.permitId(), event))
        .run()
        .isEmpty();
  }

  /**
   * Handles a write that lost against another: a repetition of this request, another request, or a
   * staff decision.
   */
  private LinkRequest after(Applicant applicant, String permitId, String id) {
    Standing now = links.standing(permitId, applicant.accountId());
    LinkRequest there = now.link().orElse(null);
    if (there != null && there.id().equals(id)) {
      return there;
    }
    refuseWhen(now);
    throw Problem.of(LinkProblem.LINK_REQUEST_CLOSED);
  }

  private static void refuseWhen(Standing standing) {
    if (standing.party().isPresent()) {
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
        // Stored in milliseconds, so a repeated request gets the same answer.
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        null,
        null,
        before == null ? 1 : before.version() + 1);
  }

  private static Notice receipt(LinkRequest request) {
    return new Notice(
        Mail.LINK_REQUESTED,
        request.userId(),
        Map.of("permit", request.permitNumber(), "address", request.address()));
  }
}
