package org.permitportal.platform;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings that all types of permits share: the section {@code permits} of the city's settings.
 */
@Serdeable
public record PermitSettings(
    PermitNumber number,
    List<PermitStatusWords> statuses,
    List<DocumentKind> documentKinds,
    List<PartyRole> partyRoles,
    List<PermitWord> words) {
  /**
   * The form of permit numbers, such as BLD25-0042: the type's prefix, the year, a separator and a
   * serial number.
   *
   * @param yearDigits the number of digits of the year
   * @param width the least number of digits of the serial number; shorter ones are filled with
   *     zeros
   */
  @Serdeable
  public record PermitNumber(
      int yearDigits, String separator, int width, @Nullable Suffix subPermitSuffix) {}

  /**
   * The suffix that a sub-permit adds to its parent permit's number.
   *
   * @param width the least number of digits of the suffix
   */
  @Serdeable
  public record Suffix(String separator, int width) {}

  /**
   * The city's words for a permit status.
   *
   * @param imported the words for this status in the city's present system
   */
  @Serdeable
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record PermitStatusWords(
      String status, Map<String, String> label, @JsonProperty("import") List<String> imported) {}

  /**
   * A kind of document on a permit.
   *
   * @param from the callers who may add documents of this kind: {@code applicant}, {@code staff}
   * @param open whether anybody may download documents of this kind
   * @param files the name of the rule in {@link FileSettings} for documents of this kind
   */
  @Serdeable
  public record DocumentKind(
      String key,
      Map<String, String> label,
      List<String> from,
      @JsonProperty("public") boolean open,
      String files) {}

  /**
   * A role that an account can have on a permit.
   *
   * @param linkable whether an account may ask to be linked to a permit in this role
   */
  @Serdeable
  public record PartyRole(String key, Map<String, String> label, boolean linkable) {}

  /**
   * The translations of a word from the city's records.
   *
   * @param word the word in the records: a permit's kind, class, work, trade or use
   * @param label the word's translation in each language
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
