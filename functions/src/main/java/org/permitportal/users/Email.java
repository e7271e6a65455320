package org.permitportal.users;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address, so that one address is one text: without blanks around it and in lower case.
 * Dots and tags before the @ are kept: what they mean is the mail host's business.
 *
 * @param value the address; at most 254 characters (RFC 5321 4.5.3.1.3), ASCII only, as SES asks
 */
public record Email(String value) {
  /**
   * What is taken for an address: a local part of atoms (RFC 5322 3.2.3) and a domain with a dot.
   * The length comes first: a repeated group recurses, and endless text would overflow the stack.
   */
  public static final String PATTERN =
      "(?=.{1,254}$)(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
          + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
          + "[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])";

  /** The longest that is taken. */
  public static final int MOST = 254;

  private static final Pattern SHAPE = Pattern.compile(PATTERN);

  /** Takes only what {@link #find} makes. */
  public Email {
    if (value.length() > MOST
        || !SHAPE.matcher(value).matches()
        || !value.equals(value.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("No e-mail address");
    }
  }

  /** Reads what somebody typed; nothing when it can't be an address. */
  public static Optional<Email> find(String typed) {
    String value = typed.strip().toLowerCase(Locale.ROOT);
    return value.length() <= MOST && SHAPE.matcher(value).matches()
        ? Optional.of(new Email(value))
        : Optional.empty();
  }

  /** What stands before the @. */
  public String localPart() {
    return value.substring(0, value.indexOf('@'));
  }

  /** The address without its tag: {@code ana@rivera.example} of {@code ana+city@rivera.example}. */
  public String untagged() {
    return localPart().replaceFirst("(?<=.)\\+.*", "") + value.substring(value.indexOf('@'));
  }

  /** Logs don't get addresses. */
  @Override
  public String toString() {
    return "Email[***]";
  }
}
