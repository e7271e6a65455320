package org.permitportal.permits.handlers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.FileRecord;
import org.permitportal.files.RefusalReason;
import org.permitportal.permits.Activity;
import org.permitportal.permits.Actor;
import org.permitportal.permits.OpenPermit;
import org.permitportal.permits.PermitDetails;
import org.permitportal.permits.PermitEvent;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.City;

/**
 * A permit as one of its parties sees it.
 *
 * @param feesDue whether fees are known to be unpaid
 * @param yourRoles the keys of the account's roles on the permit
 * @param uploadKinds the keys of the document kinds that the caller can add now
 * @param events a page of events, the newest first
 * @param next the cursor of the page of older events, or null
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpenedPermit(
    PermitDetails details,
    boolean feesDue,
    List<String> yourRoles,
    List<PartyView> parties,
    List<DocumentView> documents,
    List<String> uploadKinds,
    List<EventView> events,
    @Nullable String next) {

  /** A role of an account on the permit; {@code you} is true for the caller's own account. */
  @Serdeable
  record PartyView(String name, String role, Instant since, boolean you) {}

  /** The states of a document's check. */
  enum Stage {
    PENDING,
    READY,
    REFUSED
  }

  /** A document, the state of its check, and whether the caller can remove it now. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DocumentView(
      String documentId,
      String kind,
      String name,
      String type,
      long bytes,
      String sha256,
      Stage state,
      @Nullable RefusalReason reason,
      Instant addedAt,
      boolean addedByYou,
      boolean removable) {}

  /**
   * Who caused an event, as parties see it. It names no staff member and no user of another
   * account.
   */
  enum By {
    YOU,
    PARTY,
    CITY,
    FORMER_SYSTEM,
    PORTAL
  }

  /**
   * An event of the permit.
   *
   * @param by who caused the event; null when an earlier version of the portal recorded nobody
   * @param values the values for the event's text
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EventView(
      String id, Instant at, Activity.Kind kind, @Nullable By by, Map<String, String> values) {
    static EventView of(PermitEvent event, String own) {
      Activity activity = event.activity();
      return new EventView(
          event.id(), event.at(), activity.kind(), by(activity.actor(), own), activity.values());
    }

    private static @Nullable By by(Actor actor, String own) {
      return switch (actor.kind()) {
        case APPLICANT -> own.equals(actor.accountId()) ? By.YOU : By.PARTY;
        case STAFF -> By.CITY;
        case PORTAL -> By.PORTAL;
        case FORMER_SYSTEM -> By.FORMER_SYSTEM;
        case UNRECORDED -> null;
      };
    }
  }

  static OpenedPermit of(OpenPermit.Opened opened, Applicant caller, City city, Instant now) {
    String own = caller.accountId();
    return new OpenedPermit(
        PermitDetails.of(opened.permit().facts()),
        opened.permit().facts().feesDue(),
        opened.roles(),
        opened.permit().parties().stream()
            .map(p -> new PartyView(p.name(), p.role(), p.since(), p.accountId().equals(own)))
            .toList(),
        opened.permit().shown(now).stream().map(d -> view(opened, d, caller, now)).toList(),
        opened.permit().uploadKinds(city, caller),
        opened.events().items().stream().map(event -> EventView.of(event, own)).toList(),
        opened.events().next());
  }

  private static DocumentView view(
      OpenPermit.Opened opened, FileRecord document, Applicant caller, Instant now) {
    return new DocumentView(
        document.id(),
        document.kind(),
        document.name().label(),
        document.type().mediaType(),
        document.bytes(),
        document.sha256(),
        Stage.valueOf(document.state().name()),
        document.reason(),
        document.addedAt(),
        document.addedBy(caller.accountId()),
        opened.permit().lets(caller, document, now));
  }
}
