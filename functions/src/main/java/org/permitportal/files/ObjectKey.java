package org.permitportal.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.permitportal.platform.Ids;

/**
 * The key of a file's object in the bucket: {@code draft/<draftId>/<fileId>}, {@code
 * account/<accountId>/<fileId>} or {@code permit/<permitId>/<documentId>}. Only the portal creates
 * keys. It uses no text from a client for them.
 *
 * @param prefix the kind of owner, e.g. {@code draft}; it determines the {@link FileOwner}
 * @param ownerId the id of the draft, account or permit; a ULID
 * @param fileId the file's id; a ULID
 */
public record ObjectKey(String prefix, String ownerId, String fileId) {
  private static final Pattern SHAPE =
      Pattern.compile("([a-z]+)/(" + Ids.ULID + ")/(" + Ids.ULID + ")");

  public ObjectKey {
    if (!SHAPE.matcher(prefix + "/" + ownerId + "/" + fileId).matches()) {
      throw new IllegalArgumentException("Not a key of the portal's");
    }
  }

  /** Parses a key. Returns empty when the portal does not create such keys. */
  public static Optional<ObjectKey> of(String path) {
    Matcher matcher = SHAPE.matcher(path);
    return matcher.matches()
        ? Optional.of(new ObjectKey(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  /** Returns the key as a text for the bucket. */
  public String path() {
    return prefix + "/" + ownerId + "/" + fileId;
  }
}
