package org.permitportal.platform;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * The limits for uploads: the section {@code files} of the city's settings.
 *
 * @param wizard for attachments in the wizard
 * @param account for documents of an account
 * @param documents for ordinary documents of a permit
 * @param plans for plans of a permit
 */
@Serdeable
public record FileSettings(FileRule wizard, FileRule account, FileRule documents, FileRule plans) {
  /**
   * The limits for uploads in one place.
   *
   * @param maxBytes the largest size of one file
   * @param types the media types that are allowed
   */
  @Serdeable
  public record FileRule(long maxBytes, int maxFiles, List<String> types) {}

  /** Returns the rule with this name; for an unknown name, the rule {@code documents}. */
  public FileRule named(String rule) {
    return switch (rule) {
      case "wizard" -> wizard;
      case "account" -> account;
      case "plans" -> plans;
      default -> documents;
    };
  }
}
