package org.permitportal.permits;

import java.time.Instant;
import java.util.Map;
import org.permitportal.platform.Item;

/**
 * Something that happened to a permit.
 *
 * @param id a ULID, so events sort by time
 * @param values the values its text mentions; never an e-mail address or a phone number
 */
public record PermitEvent(
    String id, Instant at, Kind kind, Audience audience, Map<String, String> values) {
  static final String PREFIX = "EVENT#";

  /** What happened. */
  public enum Kind {
    IMPORTED,
    STATUS_CHANGED,
    DETAILS_CHANGED,
    PARTY_LINKED,
    LINK_REFUSED,
    LINK_WITHDRAWN,
    DOCUMENT_ADDED,
    DOCUMENT_REFUSED,
    DOCUMENT_REMOVED
  }

  /** Who sees it in the timeline. */
  public enum Audience {
    PARTIES,
    STAFF
  }

  Item item(String permitId) {
    return Item.of(PermitFacts.key(permitId), PREFIX + id)
        .with("at", at)
        .with("kind", kind)
        .with("audience", audience)
        .with("values", values);
  }

  static boolean isOne(Item item) {
    return item.sk().startsWith(PREFIX);
  }

  static PermitEvent from(Item item) {
    return new PermitEvent(
        item.sk().substring(PREFIX.length()),
        item.instant("at"),
        item.constant("kind", Kind.class),
        item.constant("audience", Audience.class),
        item.textMap("values"));
  }
}
