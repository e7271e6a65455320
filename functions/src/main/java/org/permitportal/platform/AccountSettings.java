package org.permitportal.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The city's settings for accounts: the section {@code accounts} of {@code city.yaml}. */
@Serdeable
public record AccountSettings(
    AccountNumber number,
    PrincipalClaimRule principalClaim,
    List<String> legalForms,
    List<AttachmentKind> attachmentKinds,
    List<AccountType> types) {
  /**
   * The form of account numbers, such as AEC101.
   *
   * @param digits the least number of digits; shorter numbers are filled with zeros
   * @param first the number of the first account
   */
  @Serdeable
  public record AccountNumber(String prefix, int digits, long first) {}

  /**
   * The rule for an owner who claims to sign in by the company's name.
   *
   * @param ownerDays the days for which the claimant must have been an owner
   * @param refusalDays the days in which the present user can refuse the claim
   */
  @Serdeable
  public record PrincipalClaimRule(int ownerDays, int refusalDays) {}

  /**
   * A kind of attachment to a registration.
   *
   * @param identity whether the attachment is an image of an identity document; only staff can open
   *     the image, and it is deleted some days after its check
   */
  @Serdeable
  public record AttachmentKind(
      String key,
      Map<String, String> label,
      @Nullable Map<String, String> hint,
      boolean identity) {}

  /** A type of account. A person chooses the type in section B of the wizard. */
  @Serdeable
  public record AccountType(
      String key,
      Map<String, String> label,
      List<Holder> holders,
      License license,
      List<WantedAttachment> attachments) {}

  /** The kind of account holder: a company, or a person under their own name. */
  @Serdeable
  public enum Holder {
    @JsonProperty("organization")
    ORGANIZATION,
    @JsonProperty("person")
    PERSON
  }

  /**
   * The rule of an account type about licenses.
   *
   * @param asked whether the type asks for a license
   * @param needs the fields that every license must have
   * @param takes the further fields that a license may have
   */
  @Serdeable
  public record License(Asked asked, List<String> needs, List<String> takes) {}

  /** Whether an account type asks for a license. */
  @Serdeable
  public enum Asked {
    @JsonProperty("none")
    NONE,
    @JsonProperty("optional")
    OPTIONAL,
    @JsonProperty("required")
    REQUIRED
  }

  /**
   * An attachment that an account type asks for.
   *
   * @param kind the key of the attachment kind
   */
  @Serdeable
  public record WantedAttachment(String kind, boolean required) {}

  /** Finds the account type with this key. */
  public Optional<AccountType> type(@Nullable String key) {
    return types.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /** Finds the attachment kind with this key. */
  public Optional<AttachmentKind> attachmentKind(@Nullable String key) {
    return attachmentKinds.stream().filter(each -> each.key().equals(key)).findFirst();
  }
}
