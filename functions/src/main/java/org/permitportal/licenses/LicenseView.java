package org.permitportal.licenses;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A license as its account's members and staff see it.
 *
 * @param superseded whether an active license of the same kind is valid for longer, so that this
 *     one need not be renewed
 * @param reason the reason for which staff rejected the license, or null
 * @param version the version that a client must send in {@code If-Match}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LicenseView(
    String licenseId,
    LicenseKind kind,
    @Nullable @JsonProperty("class") String category,
    @Nullable String number,
    @Nullable String state,
    @Nullable String issued,
    @Nullable String expires,
    LicenseStatus status,
    boolean superseded,
    @Nullable String reason,
    Instant waitingSince,
    @Nullable Instant decidedAt,
    long version) {

  /**
   * Returns the view of a license.
   *
   * @param all all licenses of the account, including {@code license}
   * @param soon the most remaining days with which a verified license is EXPIRING
   */
  static LicenseView of(License license, List<License> all, LocalDate today, int soon) {
    LicenseFacts facts = license.facts();
    return new LicenseView(
        license.id(),
        license.kind(),
        facts.category(),
        facts.number(),
        facts.state(),
        facts.issued(),
        facts.expires(),
        license.status(today, soon),
        all.stream().anyMatch(other -> other.supersedes(license, today)),
        license.reason(),
        license.waitingSince(),
        license.decidedAt(),
        license.version());
  }
}
