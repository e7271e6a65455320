package org.permitportal.permits.handlers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.FileRecord;
import org.permitportal.files.RefusalReason;
import org.permitportal.permits.OpenPermit;
import org.permitportal.permits.PermitDetails;
import org.permitportal.permits.PermitEvent;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.City;

/**
 * A permit as one of its parties sees it.
 *
 * @param feesDue whether fees are known to be unpaid
 * @param yourRole the key of the account's role on the permit
 * @param uploadKinds keys of the kinds of documents that can be added now
 * @param events the newest first
 * @param next the cursor of older events, or null
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpenedPermit(
    PermitDetails details,
    boolean feesDue,
    String yourRole,
    List<PartyView> parties,
    List<DocumentView> documents,
    List<String> uploadKinds,
    List<EventView> events,
    @Nullable String next) {

  /** An account on the permit; {@code you} is true for the caller's own. */
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

  /** Something that happened; {@code values} are the values its text mentions. */
  @Serdeable
  record EventView(String id, Instant at, PermitEvent.Kind kind, Map<String, String> values) {}

  static OpenedPermit of(OpenPermit.Opened opened, Applicant caller, City city, Instant now) {
    String own = caller.accountId();
    return new OpenedPermit(
        PermitDetails.of(opened.permit().facts()),
        opened.permit().facts().feesDue(),
        opened.you().role(),
        opened.permit().parties().stream()
            .map(p -> new PartyView(p.name(), p.role(), p.since(), p.accountId().equals(own)))
            .toList(),
        opened.permit().shown(now).stream().map(d -> view(opened, d, caller, now)).toList(),
        opened.permit().uploadKinds(city, caller),
        opened.events().items().stream()
            .map(e -> new EventView(e.id(), e.at(), e.kind(), e.values()))
            .toList(),
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
