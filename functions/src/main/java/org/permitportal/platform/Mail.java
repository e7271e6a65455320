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
 * Every mail that the portal sends, with its audience and the names of its values. The texts are
 * the files {@code messages/<language>/mails/<template>.txt}.
 *
 * <p>A value is the same for all recipients. What depends on their language is given as a key or a
 * day: a name that ends in {@code Key}, such as {@code reasonKey}, stands for a text of {@link
 * MailTexts}, a name that ends in {@code Day}, such as {@code expiresDay}, for a day (ISO 8601).
 * The texts have {@code {reason}} and {@code {expires}} there, written in the mail's language.
 */
public enum Mail {
  REGISTRATION_CODE(ADDRESS, "code", "minutes"),
  ALREADY_REGISTERED(ADDRESS, "portal"),
  RESUME_LINK(ADDRESS, "code", "hours", "portal"),
  WELCOME(USER, "name", "number", "portal"),

  INVITATION(ADDRESS, "by", "code", "company", "expiresDay", "portal", "roleKey"),
  INVITATION_ELSEWHERE(ADDRESS, "by", "company", "portal"),
  MEMBER_JOINED(USER, "company", "email", "member"),
  MEMBER_CHANGED(USER, "company", "roleKey"),
  MEMBER_REMOVED(FORMER_USER, "company", "portal"),
  PRINCIPAL_CHANGED(ACCOUNT, "company", "member"),
  ACCOUNT_CLOSED(FORMER_USER, "company", "portal"),
  /** To each member: a notice to the account would not reach the suspended ones. */
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

  /** Who gets a mail. Each recipient gets it in their own language. */
  public enum Audience {
    /** Every active member of an account. */
    ACCOUNT,
    /** One user. */
    USER,
    /** One user who was just removed. Used only to tell this person about the removal. */
    FORMER_USER,
    /** The city's office, at its contact address. */
    CITY,
    /**
     * The address that a request is about. The request itself sends the mail and fails when it
     * can't: the mail holds a code or link that must not wait in the outbox, or replaces one that
     * does.
     */
    ADDRESS
  }

  /** Returns who gets the mail. */
  public Audience audience() {
    return audience;
  }

  /** Returns whether the request itself sends the mail, and not the outbox. */
  public boolean sentAtOnce() {
    return audience == ADDRESS;
  }

  /** Returns the names of the values that the mail needs. */
  public Set<String> valueNames() {
    return valueNames;
  }

  /**
   * Checks that no value is missing. Others may be there, for a text that a key stands for.
   *
   * @throws UnwritableMail when one is missing
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
   * @throws UnwritableMail when there is none
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
