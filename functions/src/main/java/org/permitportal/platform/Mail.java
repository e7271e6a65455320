package org.permitportal.platform;

import static org.permitportal.platform.Mail.Audience.ACCOUNT;
import static org.permitportal.platform.Mail.Audience.ADDRESS;
import static org.permitportal.platform.Mail.Audience.CITY;
import static org.permitportal.platform.Mail.Audience.FORMER_USER;
import static org.permitportal.platform.Mail.Audience.USER;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The kinds of mail that the portal sends, each with its audience and the names of its values. The
 * texts are in {@code messages/<language>/mails/<template>.txt}.
 *
 * <p>A value is the same for all recipients. A value whose name ends in {@code Key}, such as {@code
 * reasonKey}, is the key of a text in {@link MailTexts}. A value whose name ends in {@code Day},
 * such as {@code expiresDay}, is a date (ISO 8601). The mail's text uses them as {@code {reason}}
 * and {@code {expires}}, and the portal writes both in the mail's language.
 */
public enum Mail {
  REGISTRATION_CODE(ADDRESS, "code", "minutes"),
  ALREADY_REGISTERED(ADDRESS, "portal"),
  RESUME_LINK(ADDRESS, "code", "hours", "portal"),
  WELCOME(USER, "name", "number", "portal"),

  INVITATION(ADDRESS, "by", "code", "company", "expiresDay", "portal", "roleKey"),
  INVITATION_ELSEWHERE(ADDRESS, "by", "company", "portal"),
  OWNER_INVITED(ADDRESS, "by", "email", "name", "portal"),
  MEMBER_JOINED(USER, "company", "email", "member"),
  MEMBER_CHANGED(USER, "company", "roleKey"),
  MEMBER_REMOVED(FORMER_USER, "company", "portal"),
  PRINCIPAL_CHANGED(ACCOUNT, "company", "member"),
  PRINCIPAL_CLAIMED(ACCOUNT, "company", "effectiveDay", "member", "portal"),
  PRINCIPAL_CLAIM_ENDED(ACCOUNT, "company", "member"),
  ACCOUNT_CLOSED(FORMER_USER, "company", "portal"),
  /** Sent to each member separately. A notice to the account would reach only active members. */
  ACCOUNT_SUSPENDED(USER, "answer", "name"),
  ACCOUNT_REINSTATED(USER, "answer", "name"),

  CHANGED_PASSWORD(ADDRESS, "name", "portal"),
  CHANGED_QUESTION(ADDRESS, "name", "portal"),
  SECOND_FACTOR_ON(ADDRESS, "name", "portal"),
  SECOND_FACTOR_OFF(ADDRESS, "name", "portal"),
  RECOVERY_CODE_USED(ADDRESS, "name", "portal"),
  EMAIL_CODE(ADDRESS, "code", "minutes"),
  EMAIL_TAKEN(ADDRESS),
  EMAIL_CHANGED(ADDRESS, "days", "email", "name", "portal"),
  EMAIL_CHANGE_UNDONE(USER, "name", "portal"),
  RECOVERY_CODE(ADDRESS, "code", "minutes"),
  RECOVERY_LOCKED(USER, "minutes", "portal"),
  PASSWORD_RECOVERED(USER, "name", "portal"),
  NOT_ME_RECEIVED(USER, "name"),
  NOT_ME_STAFF(CITY, "name", "person"),

  ACCOUNT_DOCUMENT_REFUSED(USER, "file", "reasonKey"),
  LICENSE_VERIFIED(ACCOUNT, "whatKey"),
  LICENSE_REJECTED(ACCOUNT, "answer", "whatKey"),
  LICENSE_EXPIRING(ACCOUNT, "expiresDay", "whatKey"),

  DOCUMENT_REFUSED(USER, "file", "permit", "reasonKey"),
  PERMIT_STATUS_CHANGED(ACCOUNT, "address", "permit", "statusKey"),
  LINK_REQUESTED(USER, "address", "permit"),
  LINK_APPROVED(ACCOUNT, "address", "permit", "roleKey"),
  LINK_REFUSED(ACCOUNT, "address", "answer", "permit");

  private final Audience audience;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed.
  private final Set<String> valueNames;

  Mail(Audience audience, String... valueNames) {
    this.audience = audience;
    this.valueNames = Set.of(valueNames);
  }

  /** The recipients of a mail. Each recipient gets the mail in their own language. */
  public enum Audience {
    /** Every active member of an account. */
    ACCOUNT,
    /** One user. */
    USER,
    /** One user whose membership has just ended. Only mails about that end use this audience. */
    FORMER_USER,
    /** The city's office, at its contact address. */
    CITY,
    /**
     * The email address that a request is about. The request sends the mail itself, without the
     * outbox, and fails when it cannot send it. Such a mail contains a code or a link, or is sent
     * in place of a mail with a code.
     */
    ADDRESS
  }

  /** Returns the mail's recipients. */
  public Audience audience() {
    return audience;
  }

  /** Returns whether the request sends the mail itself, without the outbox. */
  public boolean sentAtOnce() {
    return audience == ADDRESS;
  }

  /** Returns the names of the values that the mail needs. */
  public Set<String> valueNames() {
    return valueNames;
  }

  /**
   * Checks that no value is missing. More values are allowed, because the texts behind keys may
   * need them.
   *
   * @throws UnwritableMail when a value is missing
   */
  void check(Map<String, String> values) {
    for (String name : valueNames) {
      if (!values.containsKey(name)) {
        throw new UnwritableMail("No value " + name + " for " + template());
      }
    }
  }

  /** Returns the name of the mail's template, such as {@code link-approved}. */
  public String template() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Finds the mail of a template.
   *
   * @throws UnwritableMail when no mail has this template
   */
  public static Mail ofTemplate(String template) {
    for (Mail mail : values()) {
      if (mail.template().equals(template)) {
        return mail;
      }
    }
    throw new UnwritableMail("No mail " + template);
  }
}
