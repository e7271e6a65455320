package org.permitportal.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.permitportal.platform.Ids;

/**
 * The key under which a file is stored: {@code draft/<draftId>/<fileId>}, {@code
 * account/<accountId>/<fileId>} or {@code permit/<permitId>/<documentId>}. Only the portal makes
 * keys, never from anything that a client sent.
 *
 * @param prefix the kind of owner, e.g. {@code draft}, by which the {@link FileOwner} is found
 * @param ownerId the draft's, account's or permit's id, a ULID
 * @param fileId the file's id, a ULID
 */
public record ObjectKey(String prefix, String ownerId, String fileId) {
  private static final Pattern SHAPE =
      Pattern.compile("([a-z]+)/(" + Ids.ULID + ")/(" + Ids.ULID + ")");

  public ObjectKey {
    if (!SHAPE.matcher(prefix + "/" + ownerId + "/" + fileId).matches()) {
      throw new IllegalArgumentException("Not a key of the portal's");
    }
  }

  /** Reads a key from text. Returns empty when the portal makes no such key. */
  public static Optional<ObjectKey> of(String path) {
    Matcher matcher = SHAPE.matcher(path);
    return matcher.matches()
        ? Optional.of(new ObjectKey(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  /** Returns the key as text, as the bucket uses it. */
  public String path() {
    return prefix + "/" + ownerId + "/" + fileId;
  }
}
