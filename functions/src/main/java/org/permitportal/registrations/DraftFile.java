package org.permitportal.registrations;

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
    String key) {

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
        item.text("key"));
  }
}
