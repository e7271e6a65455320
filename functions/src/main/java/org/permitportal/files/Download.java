package org.permitportal.files;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * Where a file can be fetched for a moment.
 *
 * @param url signed; anybody who has it can use it until it ends
 * @param expiresAt when the url ends, UTC
 */
@Serdeable
public record Download(String url, Instant expiresAt) {
  @Override
  public String toString() {
    return "Download[***]";
  }
}
