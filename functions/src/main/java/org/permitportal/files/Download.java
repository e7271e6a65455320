package org.permitportal.files;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A link from which a file can be fetched for a short time.
 *
 * @param url a signed URL; anybody who has it can use it until it expires
 * @param expiresAt when the URL expires, UTC
 */
@Serdeable
public record Download(String url, Instant expiresAt) {
  @Override
  public String toString() {
    return "Download[***]";
  }
}
