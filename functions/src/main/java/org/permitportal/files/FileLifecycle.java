package org.permitportal.files;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.FileRecord.State;
import org.permitportal.files.FileRecord.Uploader;
import org.permitportal.platform.City;
import org.permitportal.platform.FileSettings;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Outage;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/**
 * Announces and removes files, in the same way for every {@link FileOwner}. {@link ArrivalCheck}
 * records the arrival in between. The limit of files holds even when many files are announced at
 * once, because each announcement, refusal and removal updates a count in the same transaction.
 * Files that never arrived remain in the count. So when the count has reached the limit, the files
 * are counted again.
 */
@Singleton
public class FileLifecycle {
  private static final int TRIES = 8;

  /**
   * The extra time after the wait for a file ends, during which a recount still includes the file.
   * No function runs longer than this, so none can still be handling the file afterwards.
   */
  private static final Duration ENDED_FOR_ALL = Duration.ofMinutes(15);

  private final Uploads uploads;
  private final StoredFiles stored;
  private final City city;
  private final Ids ids;
  private final Clock clock;

  public FileLifecycle(Uploads uploads, StoredFiles stored, City city, Ids ids, Clock clock) {
    this.uploads = uploads;
    this.stored = stored;
    this.city = city;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * An announced file.
   *
   * @param name the label that people will see
   * @param upload the signed upload; null when a repeated announcement finds the file already
   *     checked
   */
  public record Announced(String id, String name, @Nullable Upload upload) {}

  /**
   * Records an announced file and signs its upload. A repeated announcement signs the same upload
   * again.
   *
   * @param uploader the member who uploads the file; null for a registration, which has no member
   * @param errors the request's other errors, which the caller has found
   * @throws Problem 400 when the file breaks the city's rule; {@link FileOwner#full} when there are
   *     too many files; {@link FileOwner#keyReused} when the Idempotency-Key was used for another
   *     file, or more than an hour ago; 503 when other requests change the count again and again
   */
  public Announced announce(
      FileOwner owner,
      String ownerId,
      UploadRequest request,
      @Nullable Uploader uploader,
      List<FieldError> errors) {
    FileSettings.FileRule rule = city.files().named(owner.rule(request.kind()));
    AnnouncedFile file = AnnouncedFile.checked(rule, request, errors);
    String key = request.idempotencyKey();
    String caller = uploader == null ? ownerId : ownerId + "/" + uploader.accountId();
    String id = key == null ? ids.ulid() : Ids.derived(caller, "announce", key);
    FileRecord wanted =
        FileRecord.announced(
            owner.files().key(ownerId, id),
            request.kind(),
            file,
            request.proves(),
            uploader,
            clock);
    return new Announced(id, file.name().label(), announce(owner, wanted));
  }

  /** Returns the signed upload of the file; null when the file is already checked. */
  @Nullable Upload announce(FileOwner owner, FileRecord wanted) {
    Write file = owner.files().create(wanted, item -> owner.item(wanted, item));
    boolean recount = false;
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Write slot = recount ? recounted(owner, wanted) : slot(owner, wanted);
      List<Write> more = owner.announced(wanted);
      List<Write> refused = new Transaction().with(file).with(slot).with(more).run();
      if (refused.isEmpty()) {
        return sign(wanted);
      }
      if (refused.contains(file)) {
        return repeated(owner, wanted);
      }
      if (!Collections.disjoint(refused, more)) {
        throw owner.full(wanted);
      }
      recount = !recount;
    }
    throw Outage.problem();
  }

  private Write slot(FileOwner owner, FileRecord wanted) {
    String rule = owner.rule(wanted.kind());
    return owner.files().take(wanted.ownerId(), rule, city.files().named(rule).maxFiles());
  }

  /** Returns the write that adds the file to a new count of the owner's files. */
  private Write recounted(FileOwner owner, FileRecord wanted) {
    String rule = owner.rule(wanted.kind());
    Instant ended = clock.instant().minus(ENDED_FOR_ALL);
    FileStore.Counted counted = owner.files().counted(wanted.ownerId());
    long taken =
        counted.files().stream()
            .filter(file -> file.counts(ended) && owner.rule(file.kind()).equals(rule))
            .count();
    if (taken >= city.files().named(rule).maxFiles()) {
      throw owner.full(wanted);
    }
    return owner.files().recount(wanted.ownerId(), rule, taken + 1, counted.version());
  }

  private @Nullable Upload repeated(FileOwner owner, FileRecord wanted) {
    FileRecord before =
        owner.files().find(wanted.ownerId(), wanted.id()).orElseThrow(Problem::notFound);
    boolean ended =
        before.state() == State.REMOVED
            || (before.state() == State.PENDING
                && !clock.instant().isBefore(before.addedAt().plus(FileRecord.SIGNED)));
    if (ended || !before.announces(wanted)) {
      throw Problem.of(owner.keyReused());
    }
    return before.state() == State.PENDING ? sign(before) : null;
  }

  private Upload sign(FileRecord file) {
    return uploads.sign(
        file.key(), new AnnouncedFile(file.name(), file.type(), file.bytes(), file.sha256()));
  }

  /**
   * A removal that the owner allows.
   *
   * @param run runs the given writes in one transaction, together with a check that the removal is
   *     still allowed; returns the writes whose conditions failed
   */
  public record Removal(FileRecord file, UnaryOperator<List<Write>> run) {
    /**
     * Creates a removal that adds only the given checks to its transaction.
     *
     * @param more the checks that the removal is still allowed
     */
    public Removal(FileRecord file, List<Write> more) {
      this(file, writes -> new Transaction().with(writes).with(more).run());
    }
  }

  /**
   * Removes a file and its object. If an earlier removal was interrupted, this call finishes it. If
   * a client uploads the file after the removal, the file is deleted when it arrives.
   *
   * @param allowed reads the file and checks whether it may be removed; returns empty when there is
   *     no file. It is called again when the data changed after it was read.
   * @throws Problem as thrown by {@code allowed}; 503 when the data changes again and again
   *     meanwhile
   */
  public void remove(FileOwner owner, Supplier<Optional<Removal>> allowed) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Removal removal = allowed.get().orElse(null);
      if (removal == null) {
        return;
      }
      if (removal.file().state() == State.REMOVED || begun(owner, removal)) {
        finishRemoval(owner, removal.file());
        return;
      }
    }
    throw Outage.problem();
  }

  private boolean begun(FileOwner owner, Removal removal) {
    FileRecord file = removal.file();
    Write removed = owner.files().become(file, State.REMOVED).remove("ttl");
    List<Write> writes = new ArrayList<>(List.of(owner.removing(file, removed)));
    if (file.counts(clock.instant())) {
      writes.add(owner.files().release(file.ownerId(), owner.rule(file.kind())));
    }
    return removal.run().apply(writes).isEmpty();
  }

  /** Deletes a file's object, then its item. The file must not be in use any more. */
  public void finishRemoval(FileOwner owner, FileRecord file) {
    stored.delete(file.key());
    owner.files().delete(file);
  }
}
