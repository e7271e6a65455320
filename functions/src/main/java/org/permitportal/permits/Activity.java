package org.permitportal.permits;

import java.util.Map;

/**
 * Something that happens to a permit. {@link Chronology} records it as a {@link PermitEvent}.
 *
 * @param before the former values of the changed fields, by the field's name; empty when nothing
 *     existed before
 * @param after the new values of the changed fields, by the field's name
 * @param values the values for the event's text in the timeline; never an e-mail address or a phone
 *     number
 */
public record Activity(
    Kind kind,
    Audience audience,
    Actor actor,
    Map<String, String> before,
    Map<String, String> after,
    Map<String, String> values) {

  /** The kinds of activities. */
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

  /** Who sees the event in the timeline. */
  public enum Audience {
    PARTIES,
    STAFF
  }

  /** Returns an activity that changes one field, e.g. a state. */
  public static Activity changing(
      Kind kind,
      Audience audience,
      Actor actor,
      String name,
      Enum<?> before,
      Enum<?> after,
      Map<String, String> values) {
    return new Activity(
        kind, audience, actor, Map.of(name, before.name()), Map.of(name, after.name()), values);
  }
}
