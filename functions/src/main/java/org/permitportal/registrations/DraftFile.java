package org.permitportal.registrations;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Item;

/**
 * A file of a registration.
 *
 * @param kind the attachment kind's key in the city's file
 * @param name a label, not a path
 * @param type the file's media type
 * @param sha256 the SHA-256 in base64, as the uploader declared it and S3 checked it
 * @param reason why the file was refused, or null
 * @param key the key of the file's object in the bucket
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

  /** The state of a file. */
  enum State {
    /** Requested; not yet arrived or not yet checked. */
    PENDING,
    /** Arrived and accepted. */
    READY,
    /** Arrived and refused. */
    REFUSED
  }

  static final String SORT = "FILE#";

  /** The reason shown for a file that was requested and never sent. */
  static final String NOT_RECEIVED = "NOT_RECEIVED";

  /**
   * How long a requested file is waited for. Its upload link expires long before that, so a file
   * that was sent in time is in the bucket by then.
   */
  private static final Duration AWAITED = Duration.ofHours(1);

  /** Returns whether the file is still waited for. */
  boolean pending(Instant now) {
    return state == State.PENDING && requestedAt.plus(AWAITED).isAfter(now);
  }

  /** Returns whether the file was requested and never came. */
  boolean lapsed(Instant now) {
    return state == State.PENDING && !pending(now);
  }

  /** Returns whether the file counts toward the registration's limit. */
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
