package org.permitportal.licenses;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.ObjectKey;
import org.permitportal.platform.Item;

/**
 * A file that belongs to an account, such as a business license.
 *
 * @param kind the key of one of the city's attachment kinds
 * @param identity whether it shows an identity document; only clerks can open such a file, and it
 *     is deleted some days after verification
 * @param name the file name its owner gave it; only a label
 * @param type its media type
 * @param key the object key in the bucket, under the registration or the account
 * @param proves the id of the license it proves, or null
 * @param reason why it was refused, or null
 * @param userId the user who uploaded it
 * @param deleteOn the day (in the city's time zone) on which its object is deleted, or null while
 *     that is not known
 */
public record AccountDocument(
    String accountId,
    String id,
    String kind,
    boolean identity,
    State state,
    String name,
    String type,
    long bytes,
    String sha256,
    ObjectKey key,
    @Nullable String proves,
    @Nullable String reason,
    String userId,
    Instant addedAt,
    @Nullable LocalDate deleteOn,
    @Nullable Instant deletedAt) {

  static final String SORT = "DOCUMENT#";

  /** An upload that was requested but never arrived is forgotten after this time. */
  static final Duration AWAITED = Duration.ofDays(1);

  /** The states of a document. */
  public enum State {
    /** Requested, but not yet arrived or not yet checked. */
    PENDING,
    /** Arrived and passed the check. */
    READY,
    /** Arrived and failed the check. */
    REFUSED,
    /**
     * Being removed by its owner. The object is deleted before this item, so it cannot be
     * forgotten.
     */
    REMOVED,
    /** Its object was deleted because it showed an identity document that has been verified. */
    DELETED
  }

  /** Returns whether the account and staff still see this document. */
  boolean present(Instant now) {
    return switch (state) {
      case PENDING -> addedAt.plus(AWAITED).isAfter(now);
      case READY, REFUSED, DELETED -> true;
      case REMOVED -> false;
    };
  }

  /** Returns whether it counts toward the account's limit of files. */
  boolean counts(Instant now) {
    return present(now) && (state == State.PENDING || state == State.READY);
  }

  boolean announces(AccountDocument other) {
    return kind.equals(other.kind)
        && type.equals(other.type)
        && bytes == other.bytes
        && sha256.equals(other.sha256)
        && java.util.Objects.equals(proves, other.proves);
  }

  Item item() {
    return Item.of(AccountRecord.pk(accountId), SORT + id)
        .with("accountId", accountId)
        .with("fileId", id)
        .with("kind", kind)
        .with("identity", identity)
        .with("state", state)
        .with("name", name)
        .with("type", type)
        .with("bytes", bytes)
        .with("sha256", sha256)
        .with("key", key.path())
        .with("proves", proves)
        .with("reason", reason)
        .with("userId", userId)
        .with("addedAt", addedAt)
        .with("ttl", state == State.PENDING ? addedAt.plus(AWAITED).getEpochSecond() : null);
  }

  static AccountDocument from(Item item) {
    String deleteOn = item.optionalText("deleteOn");
    return new AccountDocument(
        item.text("accountId"),
        item.text("fileId"),
        item.text("kind"),
        item.flag("identity"),
        item.constant("state", State.class),
        item.text("name"),
        item.text("type"),
        item.number("bytes"),
        item.text("sha256"),
        ObjectKey.of(item.text("key")).orElseThrow(),
        item.optionalText("proves"),
        item.optionalText("reason"),
        item.text("userId"),
        item.instant("addedAt"),
        deleteOn == null ? null : LocalDate.parse(deleteOn),
        item.optionalInstant("deletedAt"));
  }
}
