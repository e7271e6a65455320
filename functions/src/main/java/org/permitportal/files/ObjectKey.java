package org.permitportal.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.permitportal.platform.Ids;

/**
 * Where a file is stored: {@code draft/<draftId>/<fileId>}, {@code account/<accountId>/<fileId>} or
 * {@code permit/<permitId>/<documentId>}. Made by the portal alone, never of anything a client
 * sent.
 *
 * @param prefix whose it is, e.g. {@code draft}; finds the {@link UploadOwner}
 * @param ownerId the draft's, account's or permit's id, a ULID
 * @param fileId the file's id, a ULID
 */
public record ObjectKey(String prefix, String ownerId, String fileId) {
  private static final Pattern SHAPE =
      Pattern.compile("(draft|account|permit)/(" + Ids.ULID + ")/(" + Ids.ULID + ")");

  public ObjectKey {
    if (!SHAPE.matcher(prefix + "/" + ownerId + "/" + fileId).matches()) {
      throw new IllegalArgumentException("Not a key of the portal's");
    }
  }

  /** The key of this text, or nothing when the portal makes no such key. */
  public static Optional<ObjectKey> of(String path) {
    Matcher matcher = SHAPE.matcher(path);
    return matcher.matches()
        ? Optional.of(new ObjectKey(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  /** The key as the bucket knows it. */
  public String path() {
    return prefix + "/" + ownerId + "/" + fileId;
  }
}
