package org.permitportal.files;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;

/**
 * How a client sends a file straight to the bucket: with one request, once, with exactly the
 * announced bytes.
 *
 * @param url a signed URL, valid only for this key, type, length and checksum
 * @param headers the headers to send unchanged; the client sends the length by itself
 * @param expiresAt when the URL expires, UTC
 */
@Serdeable
public record Upload(String url, String method, Map<String, String> headers, Instant expiresAt) {
  @Override
  public String toString() {
    return "Upload[***]";
  }
}
