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
 * @param kind one of the city's kinds of attachments
 * @param identity whether it shows an identity document: only clerks see it, and it is deleted
 * @param name how its owner called it; a label
 * @param type its media type
 * @param key where its object lies, under the registration or the account
 * @param proves the id of the license that it proves, or null
 * @param reason why it was refused
 * @param userId who sent it
 * @param deleteOn the city's day on which its object is deleted, once that is known
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
    String language,
    Instant addedAt,
    @Nullable LocalDate deleteOn,
    @Nullable Instant deletedAt) {

  static final String SORT = "DOCUMENT#";

  /** What is asked for and never sent is forgotten after this. */
  static final Duration AWAITED = Duration.ofDays(1);

  /** How far a document is. */
  public enum State {
    /** Asked for; not yet arrived or not yet checked. */
    PENDING,
    /** Arrived and good. */
    READY,
    /** Arrived and not taken. */
    REFUSED,
    /** Being removed by its owner: its object goes first, so that it can't be forgotten. */
    REMOVED,
    /** Its object was deleted, because it showed an identity document that was verified. */
    DELETED
  }

  /** Whether people still have to do with it. */
  boolean present(Instant now) {
    return switch (state) {
      case PENDING -> addedAt.plus(AWAITED).isAfter(now);
      case READY, REFUSED, DELETED -> true;
      case REMOVED -> false;
    };
  }

  /** Whether it takes one of the places that an account has for files. */
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
        .with("language", language)
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
        item.text("language"),
        item.instant("addedAt"),
        deleteOn == null ? null : LocalDate.parse(deleteOn),
        item.optionalInstant("deletedAt"));
  }
}
