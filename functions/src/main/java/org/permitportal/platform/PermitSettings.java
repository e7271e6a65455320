package org.permitportal.platform;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What permits of every type are like: the section {@code permits} of the city's settings. */
@Serdeable
public record PermitSettings(
    PermitNumber number,
    List<PermitStatusWords> statuses,
    List<DocumentKind> documentKinds,
    List<PartyRole> partyRoles,
    List<PermitWord> words) {
  /** How permits are numbered: prefix, year, separator, serial. */
  @Serdeable
  public record PermitNumber(
      int yearDigits, String separator, int width, @Nullable Suffix subPermitSuffix) {}

  /** The suffix that a sub-permit adds to its parent permit's number. */
  @Serdeable
  public record Suffix(String separator, int width) {}

  /**
   * The city's words for a permit status.
   *
   * @param imported words of the city's present system that mean the same
   */
  @Serdeable
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record PermitStatusWords(
      String status, Map<String, String> label, @JsonProperty("import") List<String> imported) {}

  /**
   * A kind of document on a permit.
   *
   * @param from who can add documents of this kind: {@code applicant}, {@code staff}
   * @param files the name of the rule under {@link Files} that applies
   */
  @Serdeable
  public record DocumentKind(
      String key,
      Map<String, String> label,
      List<String> from,
      @JsonProperty("public") boolean open,
      String files) {}

  /** A role that an account can have on a permit. */
  @Serdeable
  public record PartyRole(String key, Map<String, String> label, boolean linkable) {}

  /**
   * The labels of a word from the city's records, one for each language.
   *
   * @param word the word as it is in the records: a permit's kind, class, work, trade or use
   */
  @Serdeable
  public record PermitWord(String word, Map<String, String> label) {}

  /** Finds the document kind with this key. */
  public Optional<DocumentKind> documentKind(@Nullable String key) {
    return documentKinds.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /** Finds the role with this key. */
  public Optional<PartyRole> partyRole(@Nullable String key) {
    return partyRoles.stream().filter(each -> each.key().equals(key)).findFirst();
  }
}
