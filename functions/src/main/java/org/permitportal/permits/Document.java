package org.permitportal.permits;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.AnnouncedFile;
import org.permitportal.files.FileName;
import org.permitportal.files.FileType;
import org.permitportal.files.ObjectKey;
import org.permitportal.files.RefusalReason;
import org.permitportal.platform.Item;

/**
 * A document of a permit. Its sort key lies between those of events and of everything else, so that
 * one query backwards through a permit reads all but the events first, then the newest events.
 *
 * @param kind the key of one of the city's document kinds
 * @param type the media type; checked once it is READY
 * @param accountId who added it
 * @param userId who of that account did
 * @param language to write to that person in
 */
public record Document(
    String permitId,
    String id,
    String kind,
    FileName name,
    FileType type,
    long bytes,
    String sha256,
    State state,
    @Nullable RefusalReason reason,
    String accountId,
    String userId,
    String language,
    Instant addedAt) {
  static final String PREFIX = "FILE#";

  /** An upload begins within minutes of its announcement or never. */
  private static final Duration AWAITED = Duration.ofHours(1);

  /** Announced files that never came are forgotten. */
  private static final Duration KEPT = Duration.ofDays(7);

  /** What is known of the file. */
  public enum State {
    PENDING,
    READY,
    REFUSED
  }

  static String sort(String documentId) {
    return PREFIX + documentId;
  }

  static boolean isOne(Item item) {
    return item.sk().startsWith(PREFIX);
  }

  ObjectKey key() {
    return new ObjectKey("permit", permitId, id);
  }

  /** Whether it is there or can still come; else it was announced only. */
  boolean counts(Instant now) {
    return state != State.PENDING || addedAt.plus(AWAITED).isAfter(now);
  }

  boolean announces(AnnouncedFile file, String wantedKind) {
    return kind.equals(wantedKind)
        && type == file.type()
        && bytes == file.bytes()
        && sha256.equals(file.sha256());
  }

  Item item() {
    return Item.of(PermitFacts.key(permitId), sort(id))
        .with("kind", kind)
        .with("name", name.label())
        .with("type", type)
        .with("bytes", bytes)
        .with("sha256", sha256)
        .with("state", state)
        .with("reason", reason)
        .with("accountId", accountId)
        .with("userId", userId)
        .with("language", language)
        .with("addedAt", addedAt)
        .with("ttl", state == State.PENDING ? addedAt.plus(KEPT).getEpochSecond() : null);
  }

  static Document from(Item item) {
    String reason = item.optionalText("reason");
    return new Document(
        item.pk().substring(PermitFacts.key("").length()),
        item.sk().substring(PREFIX.length()),
        item.text("kind"),
        new FileName(item.text("name")),
        item.constant("type", FileType.class),
        item.number("bytes"),
        item.text("sha256"),
        item.constant("state", State.class),
        reason == null ? null : RefusalReason.valueOf(reason),
        item.text("accountId"),
        item.text("userId"),
        item.text("language"),
        item.instant("addedAt"));
  }
}
