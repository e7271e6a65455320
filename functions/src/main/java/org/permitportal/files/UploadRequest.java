package org.permitportal.files;

import org.jspecify.annotations.Nullable;

/**
 * A client's announcement of a file, before it is checked.
 *
 * @param kind the key of one of the city's kinds of attachments or documents
 * @param proves the id of the item that the file proves, such as a license, or null
 * @param name the client's name for the file
 * @param type the file's media type
 * @param sha256 the file's SHA-256, in base64
 * @param idempotencyKey the client's Idempotency-Key, or null; a repeated request with the same key
 *     and file creates no second record
 */
public record UploadRequest(
    String kind,
    @Nullable String proves,
    String name,
    String type,
    long bytes,
    String sha256,
    @Nullable String idempotencyKey) {

  /** Returns a copy of this request, for a file that proves the item with the given id. */
  public UploadRequest proving(String id) {
    return new UploadRequest(kind, id, name, type, bytes, sha256, idempotencyKey);
  }
}
