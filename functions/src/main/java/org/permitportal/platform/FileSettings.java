package org.permitportal.platform;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The limits of uploads in each place: the section {@code files} of the city's settings. */
@Serdeable
public record FileSettings(FileRule wizard, FileRule account, FileRule documents, FileRule plans) {
  /** Limits of uploads; types are media types. */
  @Serdeable
  public record FileRule(long maxBytes, int maxFiles, List<String> types) {}

  /** Returns the rule with this name. The build has checked that documents name one of these. */
  public FileRule named(String rule) {
    return switch (rule) {
      case "wizard" -> wizard;
      case "account" -> account;
      case "plans" -> plans;
      default -> documents;
    };
  }
}
