package org.permitportal.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What accounts are like: the section {@code accounts} of the city's settings. */
@Serdeable
public record AccountSettings(
    AccountNumber number,
    List<String> legalForms,
    List<AttachmentKind> attachmentKinds,
    List<AccountType> types) {
  /** How accounts are numbered. */
  @Serdeable
  public record AccountNumber(String prefix, int digits, long first) {}

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

  /** Finds the account type with this key. */
  public Optional<AccountType> type(@Nullable String key) {
    return types.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /** Finds the attachment kind with this key. */
  public Optional<AttachmentKind> attachmentKind(@Nullable String key) {
    return attachmentKinds.stream().filter(each -> each.key().equals(key)).findFirst();
  }
}
