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
 * A file that was announced or uploaded. It is stored as an item in its owner's partition.
 *
 * @param ownerId the id of the registration, account or permit that has the file
 * @param key the key of the file's object; the key may still name an earlier owner
 * @param kind the key of one of the city's kinds of attachments or documents
 * @param name the label that people see
 * @param type the declared type; when the file is READY, the check has verified it
 * @param sha256 the content's SHA-256 in base64; S3 checks it
 * @param reason why the file was refused, or null
 * @param proves the id of the item that the file proves, such as a license, or null
 * @param uploader the member who added the file; null for a registration, whose user has no account
 *     yet
 * @param checkedAt the time at which the file passed or failed its check; null while the file is
 *     PENDING
 * @param shownUntil the time until which people see a refused file; null when they see it as long
 *     as its owner exists
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
   * The time during which an announced file can arrive. A client can get a link for one hour, and
   * the link is valid for 15 minutes. S3 delivers its event within six hours.
   */
  static final Duration AWAITED = Duration.ofHours(8);

  /** The time during which a repeated announcement gets a signed upload again. */
  static final Duration SIGNED = Duration.ofHours(1);

  /** The states of a file. */
  public enum State {
    /** Announced, but not yet arrived or not yet checked. */
    PENDING,
    /** Arrived and passed the check. */
    READY,
    /** Arrived and failed the check; its object is deleted. */
    REFUSED,
    /**
     * Being removed. The object is deleted first and the item last, so that no object remains
     * without an item.
     */
    REMOVED,
    /**
     * The file's object was deleted at the end of its retention time. People still see the file in
     * lists.
     */
    DELETED;

    /** Returns the states that can follow this state. */
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

  /** Returns the record of a file that is announced now. The key names the file's owner. */
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

  /**
   * Returns the record of this file for its next owner. The state and the object's key remain the
   * same.
   */
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

  /** Returns whether the file is not checked yet but can still arrive. */
  public boolean awaited(Instant now) {
    return state == State.PENDING && now.isBefore(addedAt.plus(AWAITED));
  }

  /** Returns whether the file was announced but did not arrive in time. */
  public boolean lapsed(Instant now) {
    return state == State.PENDING && !awaited(now);
  }

  /** Returns whether the file counts toward its owner's limit: it is READY or can still arrive. */
  public boolean counts(Instant now) {
    return state == State.READY || awaited(now);
  }

  /** Returns whether people see the file in lists. */
  public boolean shown(Instant now) {
    return switch (state) {
      case PENDING -> awaited(now);
      case READY, DELETED -> true;
      case REFUSED -> shownUntil == null || now.isBefore(shownUntil);
      case REMOVED -> false;
    };
  }

  /** Returns whether a member of this account added the file. */
  public boolean addedBy(String accountId) {
    return uploader != null && uploader.accountId().equals(accountId);
  }

  /** Returns whether {@code other} announces the same file as this record. */
  boolean announces(FileRecord other) {
    return kind.equals(other.kind)
        && type == other.type
        && bytes == other.bytes
        && sha256.equals(other.sha256)
        && Objects.equals(proves, other.proves);
  }

  /** Returns the files among the items of an owner's partition, in the items' order. */
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

  /**
   * Converts an item to a record. It also reads items that earlier versions of the portal wrote;
   * see decision 0015.
   */
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
