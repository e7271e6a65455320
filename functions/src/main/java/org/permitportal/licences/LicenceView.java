package org.permitportal.licences;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A licence as its holder and staff see it.
 *
 * @param superseded whether an active one of its kind holds longer
 * @param reason why it was rejected
 * @param version what {@code If-Match} has to name
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LicenceView(
    String licenceId,
    LicenceKind kind,
    @Nullable @JsonProperty("class") String category,
    @Nullable String number,
    @Nullable String state,
    @Nullable String issued,
    @Nullable String expires,
    LicenceStatus status,
    boolean superseded,
    @Nullable String reason,
    Instant waitingSince,
    @Nullable Instant decidedAt,
    long version) {

  /**
   * What is seen of one.
   *
   * @param all the account's, this one among them
   * @param soon how many days left count as expiring
   */
  static LicenceView of(Licence licence, List<Licence> all, LocalDate today, int soon) {
    LicenceFacts facts = licence.facts();
    return new LicenceView(
        licence.id(),
        licence.kind(),
        facts.category(),
        facts.number(),
        facts.state(),
        facts.issued(),
        facts.expires(),
        licence.status(today, soon),
        all.stream().anyMatch(other -> other.supersedes(licence, today)),
        licence.reason(),
        licence.waitingSince(),
        licence.decidedAt(),
        licence.version());
  }
}
