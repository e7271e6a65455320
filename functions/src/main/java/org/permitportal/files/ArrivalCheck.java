package org.permitportal.files;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks an object that arrived in the bucket, and lets its owner record the result. */
@Singleton
public class ArrivalCheck {
  /**
   * The most checks of one file. Lambda runs a failing event three times. The last run refuses the
   * file instead of failing too.
   */
  static final int MOST_CHECKS = 2;

  private final Map<String, UploadOwner> owners;
  private final FileInspector inspector;
  private final StoredFiles stored;

  public ArrivalCheck(Collection<UploadOwner> owners, FileInspector inspector, StoredFiles stored) {
    this.owners =
        owners.stream().collect(Collectors.toMap(UploadOwner::prefix, Function.identity()));
    this.inspector = inspector;
    this.stored = stored;
  }

  /** The outcome of a check. */
  public enum Outcome {
    READY,
    REFUSED,
    /** The file was found good before; nothing was done. */
    KEPT,
    /** Nobody was waiting for the object; it was deleted. */
    DELETED,
    /** The key is not one of the portal's; the object was left alone. */
    FOREIGN
  }

  /**
   * Checks one object. Running the check again changes nothing more.
   *
   * @param path the object's key in the bucket
   * @throws RuntimeException when the object can't be read or the result can't be recorded
   */
  public Outcome arrived(String path) {
    ObjectKey key = ObjectKey.of(path).orElse(null);
    UploadOwner owner = key == null ? null : owners.get(key.prefix());
    if (key == null || owner == null) {
      return Outcome.FOREIGN;
    }
    return switch (owner.claim(key)) {
      case UploadOwner.Kept _ -> Outcome.KEPT;
      case UploadOwner.Unwanted _ -> {
        stored.delete(key);
        yield Outcome.DELETED;
      }
      case UploadOwner.Awaited awaited -> check(key, owner, awaited);
    };
  }

  private Outcome check(ObjectKey key, UploadOwner owner, UploadOwner.Awaited awaited) {
    if (awaited.checks() > MOST_CHECKS) {
      return refuse(key, owner, new Inspection.Refused(RefusalReason.UNCHECKED));
    }
    return switch (inspected(key, awaited)) {
      case Inspection.Healthy healthy -> {
        owner.ready(key, healthy);
        yield Outcome.READY;
      }
      case Inspection.Refused refused -> refuse(key, owner, refused);
    };
  }

  private Inspection inspected(ObjectKey key, UploadOwner.Awaited awaited) {
    try (InputStream bytes = stored.open(key)) {
      return inspector.inspect(
          awaited.type().mediaType(), awaited.bytes(), awaited.limits(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Records the refusal before it deletes the object. If the run breaks off in between, the object
   * is deleted when the event comes again.
   */
  private Outcome refuse(ObjectKey key, UploadOwner owner, Inspection.Refused refused) {
    owner.refused(key, refused.reason(), refused.values());
    stored.delete(key);
    return Outcome.REFUSED;
  }
}
