package org.permitportal.files;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;

/**
 * How a client sends a file straight to the bucket: one request, once, with exactly the announced
 * bytes.
 *
 * @param url signed; holds for this key, type, length and checksum only
 * @param headers to send as they are; the length goes along by itself
 * @param expiresAt when the url ends, UTC
 */
@Serdeable
public record Upload(String url, String method, Map<String, String> headers, Instant expiresAt) {
  @Override
  public String toString() {
    return "Upload[***]";
  }
}
