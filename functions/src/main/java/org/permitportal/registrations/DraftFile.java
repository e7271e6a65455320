package org.permitportal.registrations;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Item;

/**
 * A file that came with a registration.
 *
 * @param kind the attachment kind's key in the city's file
 * @param name a label, not a path
 * @param type its media type
 * @param sha256 base64, as the uploader declared and S3 checked it
 * @param reason why it was refused
 * @param key its object's key in the bucket
 */
record DraftFile(
    String fileId,
    String kind,
    State state,
    String name,
    String type,
    long bytes,
    String sha256,
    @Nullable String reason,
    String key,
    Instant requestedAt) {

  /** How far a file is. */
  enum State {
    /** Asked for; not yet arrived or not yet checked. */
    PENDING,
    /** Arrived and good. */
    READY,
    /** Arrived and not taken. */
    REFUSED
  }

  static final String SORT = "FILE#";

  /** The reason shown of one that was asked for and never sent. */
  static final String NOT_RECEIVED = "NOT_RECEIVED";

  /** Its link has ended long before; what was sent by it in time is in the bucket. */
  private static final Duration AWAITED = Duration.ofHours(1);

  /** Whether it is still waited for. */
  boolean pending(Instant now) {
    return state == State.PENDING && requestedAt.plus(AWAITED).isAfter(now);
  }

  /** Whether it was asked for and never came. */
  boolean lapsed(Instant now) {
    return state == State.PENDING && !pending(now);
  }

  /** Whether it is one of those that a registration can have so many of. */
  boolean counts(Instant now) {
    return state != State.REFUSED && !lapsed(now);
  }

  static DraftFile from(Item item) {
    return new DraftFile(
        item.text("fileId"),
        item.text("kind"),
        item.constant("state", State.class),
        item.text("name"),
        item.text("type"),
        item.number("bytes"),
        item.text("sha256"),
        item.optionalText("reason"),
        item.text("key"),
        item.instant("requestedAt"));
  }
}
