package org.permitportal.platform;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The city's file, {@code infrastructure/city/city.yaml}. The build has checked it against its
 * schema, which describes each setting. Maps of texts have one text for each language.
 */
@Serdeable
public record City(
    String name,
    String place,
    String state,
    String timeZone,
    List<String> languages,
    Contact contact,
    Terms terms,
    Registration registration,
    Codes codes,
    AccountNumber accountNumber,
    PasswordRule password,
    List<String> legalForms,
    List<Labelled> secretQuestions,
    SecretAnswers secretAnswers,
    Files files,
    int idImageRetentionDays,
    List<Integer> licenseReminderDays,
    List<AttachmentKind> attachmentKinds,
    List<AccountType> accountTypes,
    PermitNumber permitNumber,
    List<PermitType> permitTypes,
    List<PermitStatusWords> permitStatuses,
    List<DocumentKind> documentKinds,
    List<PartyRole> partyRoles,
    List<PermitWord> permitWords,
    List<Labelled> staffRoles) {

  /** How to reach the city. */
  @Serdeable
  public record Contact(
      Map<String, String> office,
      String phone,
      String email,
      Address address,
      Map<String, String> hours) {}

  /** The city's postal address. */
  @Serdeable
  public record Address(
      String line1, @Nullable String line2, String city, String state, String zip) {}

  /**
   * The AEC application's terms.
   *
   * @param effective the first day on which they apply, ISO 8601, in the city's zone
   */
  @Serdeable
  public record Terms(
      String version, String effective, Map<String, String> title, Map<String, String> text) {}

  /**
   * How many days a draft lives and how many hours it holds its name, both after its last save, and
   * whether the company list is shown.
   */
  @Serdeable
  public record Registration(int draftDays, int nameHoldHours, boolean companyList) {}

  /** How many minutes a mailed code is valid, and how many tries it allows. */
  @Serdeable
  public record Codes(int minutes, int tries) {}

  /** How accounts are numbered. */
  @Serdeable
  public record AccountNumber(String prefix, int digits, long first) {}

  /** The rule for passwords; the user pool has the same rule. */
  @Serdeable
  public record PasswordRule(int minLength, int maxLength, List<String> require) {}

  /** What one Argon2id hash of an answer to a secret question costs. */
  @Serdeable
  public record SecretAnswers(int memoryKiB, int passes) {}

  /** Something with a key and a label. */
  @Serdeable
  public record Labelled(String key, Map<String, String> label) {}

  /** The limits of uploads in each place. */
  @Serdeable
  public record Files(FileRule wizard, FileRule account, FileRule documents, FileRule plans) {
    /** Returns the rule with this name. The build has checked that documents name one of these. */
    public FileRule named(String rule) {
      return rule.equals("plans") ? plans : documents;
    }
  }

  /** Limits of uploads; types are media types. */
  @Serdeable
  public record FileRule(long maxBytes, int maxFiles, List<String> types) {}

  /**
   * A kind of attachment to a registration.
   *
   * @param identity an image of an identity document: only clerks see it, and it is deleted
   */
  @Serdeable
  public record AttachmentKind(
      String key,
      Map<String, String> label,
      @Nullable Map<String, String> hint,
      boolean identity) {}

  /** A type of account, the wizard's section B. */
  @Serdeable
  public record AccountType(
      String key,
      Map<String, String> label,
      List<Holder> holders,
      License license,
      List<WantedAttachment> attachments) {}

  /** Who has an account: a company, or a person under their own name. */
  @Serdeable
  public enum Holder {
    @JsonProperty("organization")
    ORGANIZATION,
    @JsonProperty("person")
    PERSON
  }

  /**
   * Whether a type of account asks for a license, which license fields it needs when a license is
   * given, and which further fields it accepts.
   */
  @Serdeable
  public record License(Asked asked, List<String> needs, List<String> takes) {}

  /** Whether something is asked for. */
  @Serdeable
  public enum Asked {
    @JsonProperty("none")
    NONE,
    @JsonProperty("optional")
    OPTIONAL,
    @JsonProperty("required")
    REQUIRED
  }

  /** An attachment that a type asks for. */
  @Serdeable
  public record WantedAttachment(String kind, boolean required) {}

  /** How permits are numbered: prefix, year, separator, serial. */
  @Serdeable
  public record PermitNumber(
      int yearDigits, String separator, int width, @Nullable Suffix subPermitSuffix) {}

  /** The suffix that a sub-permit adds to its parent permit's number. */
  @Serdeable
  public record Suffix(String separator, int width) {}

  /**
   * A type of permit.
   *
   * @param blds the value of BLDS PermitTypeMapped
   */
  @Serdeable
  public record PermitType(String key, Map<String, String> label, String blds, String prefix) {}

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

  /** The city's time zone, which determines its calendar day. */
  public ZoneId zone() {
    return ZoneId.of(timeZone);
  }

  /** Finds the account type with this key. */
  public Optional<AccountType> accountType(@Nullable String key) {
    return accountTypes.stream().filter(t -> t.key().equals(key)).findFirst();
  }

  /** Finds the attachment kind with this key. */
  public Optional<AttachmentKind> attachmentKind(@Nullable String key) {
    return attachmentKinds.stream().filter(k -> k.key().equals(key)).findFirst();
  }

  /** Finds the document kind with this key. */
  public Optional<DocumentKind> documentKind(@Nullable String key) {
    return documentKinds.stream().filter(k -> k.key().equals(key)).findFirst();
  }

  /** Finds the role with this key. */
  public Optional<PartyRole> partyRole(@Nullable String key) {
    return partyRoles.stream().filter(r -> r.key().equals(key)).findFirst();
  }

  /** Returns the values that every mail template can use. */
  public Map<String, String> mailValues(String language) {
    return Map.of(
        "city", name,
        "office", contact.office().getOrDefault(language, ""),
        "cityPhone", contact.phone(),
        "cityEmail", contact.email(),
        "cityHours", contact.hours().getOrDefault(language, ""));
  }
}
