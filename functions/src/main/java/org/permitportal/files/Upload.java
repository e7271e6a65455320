package org.permitportal.files;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;

/**
 * A signed upload: the request by which a client sends a file directly to the bucket. It works
 * once, and only for exactly the announced bytes.
 *
 * @param url a signed URL, which is valid only for this key, type, length and checksum
 * @param headers the headers that the client must send unchanged; its HTTP library adds the length
 * @param expiresAt the time at which the URL expires, UTC
 */
@Serdeable
public record Upload(String url, String method, Map<String, String> headers, Instant expiresAt) {
  @Override
  public String toString() {
    return "Upload[***]";
  }
}
