package org.permitportal.files;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Item;

/**
 * An uploaded file, or one that was announced and is awaited. It is an item in its owner's
 * partition.
 *
 * @param ownerId the id of the registration, account or permit that has the file
 * @param key the key of its object; a file may keep the key it had under an earlier owner
 * @param kind the key of one of the city's kinds of attachments or documents
 * @param name the label that people see
 * @param type the declared type; verified once the state is READY
 * @param sha256 the SHA-256 in base64, which S3 checks
 * @param reason why it was refused, or null
 * @param proves the id of what it proves, such as a license, or null
 * @param uploader who added it; null for a registration's, whose registrant has no account yet
 * @param checkedAt when it passed or failed the check; null while it is PENDING
 * @param shownUntil until when people see that it was refused; null for as long as its owner
 */
public record FileRecord(
    String ownerId,
    String id,
    ObjectKey key,
    String kind,
    FileName name,
    FileType type,
    long bytes,
    String sha256,
    State state,
    @Nullable RefusalReason reason,
    @Nullable String proves,
    @Nullable Uploader uploader,
    Instant addedAt,
    @Nullable Instant checkedAt,
    @Nullable Instant shownUntil) {

  /**
   * How long an announced file can still arrive. Its upload is signed for an hour at most, and the
   * last link lives 15 minutes; S3's event about it is delivered within six hours.
   */
  static final Duration AWAITED = Duration.ofHours(8);

  /** How long a repeated announcement gets its upload signed again. */
  static final Duration SIGNED = Duration.ofHours(1);

  /** The states of a file. */
  public enum State {
    /** Announced, but not yet arrived or not yet checked. */
    PENDING,
    /** Arrived and passed the check. */
    READY,
    /** Arrived and failed the check; its object is deleted. */
    REFUSED,
    /** Being removed. The object is deleted before the item, so that it cannot be forgotten. */
    REMOVED,
    /** Its object was deleted after the time for which it is kept. People still see the entry. */
    DELETED;

    /** Returns the states that can follow. */
    public Set<State> next() {
      return switch (this) {
        case PENDING -> EnumSet.of(READY, REFUSED, REMOVED);
        case READY -> EnumSet.of(REMOVED, DELETED);
        case REFUSED, DELETED -> EnumSet.of(REMOVED);
        case REMOVED -> EnumSet.noneOf(State.class);
      };
    }
  }

  /** The member of an account who added a file. */
  public record Uploader(String accountId, String userId) {
    public static Uploader of(Applicant applicant) {
      return new Uploader(applicant.accountId(), applicant.userId());
    }
  }

  /** Returns a file that is announced now; its object has its owner's key. */
  static FileRecord announced(
      ObjectKey key,
      String kind,
      AnnouncedFile file,
      @Nullable String proves,
      @Nullable Uploader uploader,
      Clock clock) {
    return new FileRecord(
        key.ownerId(),
        key.fileId(),
        key,
        kind,
        file.name(),
        file.type(),
        file.bytes(),
        file.sha256(),
        State.PENDING,
        null,
        proves,
        uploader,
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        null,
        null);
  }

  /** Returns this file as one that its next owner has, checked; its object stays where it is. */
  public FileRecord handedOver(
      String nextOwnerId, @Nullable String proven, Uploader by, Instant at) {
    return new FileRecord(
        nextOwnerId,
        id,
        key,
        kind,
        name,
        type,
        bytes,
        sha256,
        state,
        reason,
        proven,
        by,
        at,
        checkedAt,
        null);
  }

  /** Returns whether its file can still arrive. */
  public boolean awaited(Instant now) {
    return state == State.PENDING && now.isBefore(addedAt.plus(AWAITED));
  }

  /** Returns whether it was announced and never came. */
  public boolean lapsed(Instant now) {
    return state == State.PENDING && !awaited(now);
  }

  /** Returns whether it counts toward its owner's limit: it has arrived or can still arrive. */
  public boolean counts(Instant now) {
    return state == State.READY || awaited(now);
  }

  /** Returns whether people see it. */
  public boolean shown(Instant now) {
    return switch (state) {
      case PENDING -> awaited(now);
      case READY, DELETED -> true;
      case REFUSED -> shownUntil == null || now.isBefore(shownUntil);
      case REMOVED -> false;
    };
  }

  /** Returns whether a member of this account added it. */
  public boolean addedBy(String accountId) {
    return uploader != null && uploader.accountId().equals(accountId);
  }

  /** Returns whether the other announces the same file. */
  boolean announces(FileRecord other) {
    return kind.equals(other.kind)
        && type == other.type
        && bytes == other.bytes
        && sha256.equals(other.sha256)
        && Objects.equals(proves, other.proves);
  }

  /** Returns the files among the items of an owner's partition, in the order of their ids. */
  public static List<FileRecord> among(List<Item> items, String sort) {
    return items.stream().filter(item -> item.sk().startsWith(sort)).map(FileRecord::from).toList();
  }

  Item item(String pk, String sk) {
    return Item.of(pk, sk)
        .with("fileId", id)
        .with("key", key.path())
        .with("kind", kind)
        .with("name", name.label())
        .with("type", type.mediaType())
        .with("bytes", bytes)
        .with("sha256", sha256)
        .with("state", state)
        .with("proves", proves)
        .with("accountId", uploader == null ? null : uploader.accountId())
        .with("userId", uploader == null ? null : uploader.userId())
        .with("addedAt", addedAt)
        .with("checkedAt", checkedAt)
        .with("ttl", state == State.PENDING ? addedAt.plus(AWAITED).getEpochSecond() : null);
  }

  /** Reads an item, also as earlier versions wrote it; see decision 0015. */
  public static FileRecord from(Item item) {
    String[] owner = item.pk().split("#", 2);
    String id = item.sk().substring(item.sk().indexOf('#') + 1);
    String key = item.optionalText("key");
    String reason = item.optionalText("reason");
    String userId = item.optionalText("userId");
    Instant addedAt = item.optionalInstant("addedAt");
    long ttl = item.number("ttl", 0);
    boolean removed = "REMOVED".equals(reason);
    return new FileRecord(
        owner[1],
        id,
        key == null
            ? new ObjectKey(owner[0].toLowerCase(Locale.ROOT), owner[1], id)
            : ObjectKey.of(key).orElseThrow(),
        item.text("kind"),
        FileName.of(item.text("name")),
        FileType.stored(item.text("type")),
        item.number("bytes"),
        item.text("sha256"),
        removed ? State.REMOVED : item.constant("state", State.class),
        removed || reason == null ? null : RefusalReason.valueOf(reason),
        item.optionalText("proves"),
        userId == null ? null : new Uploader(item.text("accountId"), userId),
        addedAt == null ? item.instant("requestedAt") : addedAt,
        item.optionalInstant("checkedAt"),
        ttl == 0 ? null : Instant.ofEpochSecond(ttl));
  }
}
