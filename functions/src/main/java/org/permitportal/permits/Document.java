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
 * A document of a permit. Its sort key lies between those of events and of everything else, so that
 * one query backwards through a permit reads all but the events first, then the newest events.
 *
 * @param kind the key of one of the city's document kinds
 * @param type the media type; checked once it is READY
 * @param accountId who added it
 * @param userId who of that account did
 * @param language to write to that person in
 * @param checkedAt when it was found good or refused, null while it is PENDING
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
    Instant addedAt,
    @Nullable Instant checkedAt) {
  static final String PREFIX = "FILE#";

  /** So long its upload is signed again. */
  private static final Duration SIGNED = Duration.ofHours(1);

  /** The last link lives 15 minutes, and the event of an arrival at most six hours. */
  private static final Duration AWAITED = Duration.ofHours(8);

  /** So long people can read why a file was refused. */
  private static final Duration TOLD = Duration.ofDays(30);

  /** So long a good one can be taken back. */
  private static final Duration RETRACTABLE = Duration.ofMinutes(15);

  /** What is known of the file. */
  public enum State {
    PENDING,
    READY,
    REFUSED,
    /** Being removed: its object goes before it does, so that it can't be forgotten. */
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

  /** Whether it takes up room: it is there or can still come. */
  boolean counts(Instant now) {
    return state == State.READY || awaited(now);
  }

  /** Whether people see it. */
  boolean shown(Instant now) {
    return counts(now) || (state == State.REFUSED && now.isBefore(end()));
  }

  /** Whether its bytes can still come. */
  boolean awaited(Instant now) {
    return state == State.PENDING && now.isBefore(end());
  }

  /** An upload announced before this is not awaited any more. */
  static Instant awaitedSince(Instant now) {
    return now.minus(AWAITED);
  }

  /** Whether who added it may take it back without asking whether the city has seen it. */
  boolean retractable(Instant now) {
    return switch (state) {
      case PENDING, REFUSED, REMOVED -> true;
      case READY -> checkedAt != null && now.isBefore(checkedAt.plus(RETRACTABLE));
    };
  }

  /** Whether a repeated announcement of this file gets its upload signed again. */
  boolean announces(AnnouncedFile file, String wantedKind, Instant now) {
    return state == State.PENDING
        && now.isBefore(addedAt.plus(SIGNED))
        && kind.equals(wantedKind)
        && type == file.type()
        && bytes == file.bytes()
        && sha256.equals(file.sha256());
  }

  /** How events name it. */
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
        .with("language", language)
        .with("addedAt", addedAt)
        .with("checkedAt", checkedAt)
        .with("ttl", expires() ? end().getEpochSecond() : null);
  }

  /** DynamoDB deletes it some time after its end; nobody counts or sees it from then on. */
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
        item.text("language"),
        item.instant("addedAt"),
        item.optionalInstant("checkedAt"));
  }
}
