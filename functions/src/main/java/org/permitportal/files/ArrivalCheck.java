package org.permitportal.files;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.permitportal.files.FileRecord.State;
import org.permitportal.platform.City;
import org.permitportal.platform.Outage;
import org.permitportal.platform.Table;
import org.permitportal.platform.Write;

/**
 * Checks an object that arrived in the bucket. The result is recorded in one transaction with the
 * writes of the file's owner.
 */
@Singleton
public class ArrivalCheck {
  /**
   * The most checks of one file. Lambda handles a failing event up to three times. The third run
   * does not check the file again but refuses it.
   */
  static final int MOST_CHECKS = 2;

  private static final int TRIES = 4;
  private final Map<String, FileOwner> owners;
  private final FileInspector inspector;
  private final StoredFiles stored;
  private final City city;
  private final Clock clock;

  public ArrivalCheck(
      Collection<FileOwner> owners,
      FileInspector inspector,
      StoredFiles stored,
      City city,
      Clock clock) {
    this.owners =
        owners.stream()
            .collect(Collectors.toMap(owner -> owner.files().prefix(), Function.identity()));
    this.inspector = inspector;
    this.stored = stored;
    this.city = city;
    this.clock = clock;
  }

  /** The outcome of a check. */
  public enum Outcome {
    READY,
    REFUSED,
    /** The file had already passed its check; nothing was done. */
    KEPT,
    /** The object was not awaited; it was deleted. */
    DELETED,
    /** The portal does not make such keys; the object was not touched. */
    FOREIGN
  }

  /**
   * Checks one object. A repeated check of the same object changes nothing.
   *
   * @param path the object's key in the bucket
   * @throws RuntimeException when the object can't be read or the result can't be recorded
   */
  public Outcome arrived(String path) {
    ObjectKey key = ObjectKey.of(path).orElse(null);
    FileOwner owner = key == null ? null : owners.get(key.prefix());
    return key == null || owner == null ? Outcome.FOREIGN : arrived(owner, key);
  }

  private Outcome arrived(FileOwner owner, ObjectKey key) {
    Table.Shown claim = owner.files().checking(key, clock.instant());
    if (!claim.written()) {
      // The file is not awaited: it was never announced, came too late, or was already checked or
      // removed.
      boolean kept =
          !claim.item().names().isEmpty() && FileRecord.from(claim.item()).state() == State.READY;
      if (!kept) {
        stored.delete(key);
      }
      return kept ? Outcome.KEPT : Outcome.DELETED;
    }
    FileRecord file = FileRecord.from(claim.item());
    Inspection found =
        claim.item().number("checks") > MOST_CHECKS
            ? new Inspection.Refused(RefusalReason.UNCHECKED)
            : inspected(owner, file);
    if (!recorded(owner, file, found)) {
      // The file was removed during the check.
      return arrived(owner, key);
    }
    if (found instanceof Inspection.Healthy) {
      return Outcome.READY;
    }
    // If the function stops before this line, the object is deleted when the event comes again.
    stored.delete(key);
    return Outcome.REFUSED;
  }

  private Inspection inspected(FileOwner owner, FileRecord file) {
    FileLimits limits = FileLimits.of(city.files().named(owner.rule(file.kind())));
    try (InputStream bytes = stored.open(file.key())) {
      return inspector.inspect(file.type().mediaType(), file.bytes(), limits, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records the result of a check. Returns false when the file is no longer awaited. */
  private boolean recorded(FileOwner owner, FileRecord file, Inspection found) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Write result = result(owner, file, found);
      List<Write> writes = new ArrayList<>(List.of(result));
      switch (found) {
        case Inspection.Healthy _ -> writes.addAll(owner.ready(file));
        case Inspection.Refused refused -> {
          writes.add(owner.files().release(file.ownerId(), owner.rule(file.kind())));
          writes.addAll(owner.refused(file, refused));
        }
      }
      List<Write> failed = owner.record(file, found, writes);
      if (failed.isEmpty() || failed.contains(result)) {
        return failed.isEmpty();
      }
    }
    throw Outage.problem();
  }

  private Write result(FileOwner owner, FileRecord file, Inspection found) {
    Instant now = clock.instant();
    Duration shown = owner.refusedShown();
    return switch (found) {
      case Inspection.Healthy _ -> owner.files().checked(file, State.READY, now).remove("ttl");
      case Inspection.Refused refused ->
          owner
              .files()
              .checked(file, State.REFUSED, now)
              .set("reason", refused.reason())
              .set("ttl", shown == null ? null : now.plus(shown).getEpochSecond());
    };
  }
}
