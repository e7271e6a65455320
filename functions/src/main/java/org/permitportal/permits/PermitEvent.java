package org.permitportal.permits;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.permitportal.permits.Activity.Audience;
import org.permitportal.permits.Activity.Kind;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Item;

/**
 * A recorded activity of a permit.
 *
 * @param id a ULID, so events sort by time
 * @param position the event's place in the chronology; null when an earlier version of the portal
 *     recorded the event without a position
 */
public record PermitEvent(String id, Instant at, Activity activity, @Nullable Position position) {
  static final String PREFIX = PermitSort.EVENT.start();

  /**
   * The place of an event in its permit's chronology.
   *
   * @param sequence the event's number, counted from 1
   * @param previous the hash of the event before; the first event has {@code NEW} or {@code
   *     AFTER_UNCHAINED}, see {@link Chronology}
   * @param hash the hash of this event, which covers {@code previous}
   */
  public record Position(long sequence, String previous, String hash) {}

  /** Returns the event that records an activity after the event whose hash is {@code previous}. */
  static PermitEvent following(
      String permitId, String id, Instant at, Activity activity, long sequence, String previous) {
    String hash = hash(permitId, id, at, activity, sequence, previous);
    return new PermitEvent(id, at, activity, new Position(sequence, previous, hash));
  }

  /** Returns whether the event's values still have the hash that was recorded with them. */
  boolean unchanged(String permitId) {
    return position != null
        && position.hash.equals(
            hash(permitId, id, at, activity, position.sequence, position.previous));
  }

  /**
   * Returns the SHA-256 of the event's values in a fixed order. Each value follows its name and its
   * length, so that different events never become the same text.
   */
  private static String hash(
      String permitId, String id, Instant at, Activity activity, long sequence, String previous) {
    StringBuilder text = new StringBuilder();
    add(text, "permit", permitId);
    add(text, "sequence", Long.toString(sequence));
    add(text, "previous", previous);
    add(text, "id", id);
    add(text, "at", Item.stamp(at));
    add(text, "kind", activity.kind().name());
    add(text, "audience", activity.audience().name());
    add(text, "actor", activity.actor().kind().name());
    add(text, "user", activity.actor().userId());
    add(text, "account", activity.actor().accountId());
    add(text, "role", activity.actor().role());
    add(text, "before", activity.before());
    add(text, "after", activity.after());
    add(text, "values", activity.values());
    return Ids.hash(text.toString());
  }

  private static void add(StringBuilder text, String name, Map<String, String> values) {
    add(text, name, Integer.toString(values.size()));
    new TreeMap<>(values).forEach((key, value) -> add(text, key, value));
  }

  private static void add(StringBuilder text, String name, @Nullable String value) {
    for (String part : new String[] {name, value}) {
      text.append(part == null ? "-" : part.length() + ":" + part).append('\n');
    }
  }

  Item item(String permitId) {
    Item item =
        Item.of(PermitFacts.key(permitId), PREFIX + id)
            .with("at", at)
            .with("kind", activity.kind())
            .with("audience", activity.audience())
            .with("actor", activity.actor().write())
            .with("before", activity.before())
            .with("after", activity.after())
            .with("values", activity.values());
    return position == null
        ? item
        : item.with("sequence", position.sequence)
            .with("previous", position.previous)
            .with("hash", position.hash);
  }

  static boolean isOne(Item item) {
    return item.sk().startsWith(PREFIX);
  }

  static PermitEvent from(Item item) {
    return new PermitEvent(
        item.sk().substring(PREFIX.length()),
        item.instant("at"),
        new Activity(
            item.constant("kind", Kind.class),
            item.constant("audience", Audience.class),
            Actor.read(item.nested("actor")),
            item.textMap("before"),
            item.textMap("after"),
            item.textMap("values")),
        item.optionalText("hash") == null
            ? null
            : new Position(item.number("sequence"), item.text("previous"), item.text("hash")));
  }
}
