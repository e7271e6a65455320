package org.permitportal.files;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A short-lived link to a file.
 *
 * @param url a signed URL; anybody who has it can use it until it expires
 * @param expiresAt the time at which the URL expires, UTC
 */
@Serdeable
public record Download(String url, Instant expiresAt) {
  @Override
  public String toString() {
    return "Download[***]";
  }
}
