package org.permitportal.permits;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.AnnouncedFile;
import org.permitportal.files.FileName;
import org.permitportal.files.FileType;
import org.permitportal.files.ObjectKey;
import org.permitportal.files.RefusalReason;
import org.permitportal.platform.Item;

/**
 * A document of a permit. Its sort key comes after those of events and before all others, so one
 * descending query through a permit reads everything else first, then the newest events.
 *
 * @param kind the key of one of the city's document kinds
 * @param type the media type; verified once the state is READY
 * @param accountId the account that added it
 * @param userId the user of that account who added it
 * @param checkedAt when it passed or failed the check; null while it is PENDING
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
    Instant addedAt,
    @Nullable Instant checkedAt) {
  static final String PREFIX = "FILE#";

  /** How long a repeated announcement gets its upload signed again. */
  private static final Duration SIGNED = Duration.ofHours(1);

  /**
   * How long an announced file can still arrive: the last upload link lives 15 minutes, and the
   * event of an arrival at most six hours.
   */
  private static final Duration AWAITED = Duration.ofHours(8);

  /** How long people can read why a file was refused. */
  private static final Duration TOLD = Duration.ofDays(30);

  /** How long a document that passed the check can be taken back. */
  private static final Duration RETRACTABLE = Duration.ofMinutes(15);

  /** The states of a document. */
  public enum State {
    PENDING,
    READY,
    REFUSED,
    /** Being removed. The object is deleted before this item, so it cannot be forgotten. */
    REMOVED
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

  /** Returns whether it counts toward the limit: its file has arrived or can still arrive. */
  boolean counts(Instant now) {
    return state == State.READY || awaited(now);
  }

  /** Returns whether people see it. */
  boolean shown(Instant now) {
    return counts(now) || (state == State.REFUSED && now.isBefore(end()));
  }

  /** Returns whether its file can still arrive. */
  boolean awaited(Instant now) {
    return state == State.PENDING && now.isBefore(end());
  }

  /** Returns the announcement time after which a file can still arrive. */
  static Instant awaitedSince(Instant now) {
    return now.minus(AWAITED);
  }

  /**
   * Returns whether the account that added it may still take it back, as far as its check is
   * concerned. {@link Permit#lets} also asks whose move it is.
   */
  boolean retractable(Instant now) {
    return switch (state) {
      case PENDING, REFUSED, REMOVED -> true;
      case READY -> checkedAt != null && now.isBefore(checkedAt.plus(RETRACTABLE));
    };
  }

  /** Returns whether a repeated announcement of this file gets its upload signed again. */
  boolean announces(AnnouncedFile file, String wantedKind, Instant now) {
    return state == State.PENDING
        && now.isBefore(addedAt.plus(SIGNED))
        && kind.equals(wantedKind)
        && type == file.type()
        && bytes == file.bytes()
        && sha256.equals(file.sha256());
  }

  /** Returns the values by which events name it. */
  Map<String, String> named() {
    return Map.of("document", id, "name", name.label(), "kind", kind);
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
        .with("addedAt", addedAt)
        .with("checkedAt", checkedAt)
        .with("ttl", expires() ? end().getEpochSecond() : null);
  }

  /**
   * Returns the TTL of a document that is refused now. DynamoDB deletes the item some time after
   * that; from then on nobody counts or sees it.
   */
  static long ttlOfRefused(Instant now) {
    return now.plus(TOLD).getEpochSecond();
  }

  private boolean expires() {
    return state == State.PENDING || state == State.REFUSED;
  }

  private Instant end() {
    return checkedAt == null ? addedAt.plus(AWAITED) : checkedAt.plus(TOLD);
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
        item.instant("addedAt"),
        item.optionalInstant("checkedAt"));
  }
}
