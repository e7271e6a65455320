package org.permitportal.users;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address without surrounding blanks and in lower case, so that one address has only one
 * spelling. Dots and tags before the @ are kept, because only the mail host knows what they mean.
 *
 * @param value the address; at most 254 characters (RFC 5321 4.5.3.1.3), only ASCII, as SES
 *     requires
 */
public record Email(String value) {
  /**
   * The pattern of an address: a local part of atoms (RFC 5322 3.2.3) and a domain with a dot. It
   * checks the length first. Java matches a repeated group by recursion, so a very long text would
   * overflow the stack.
   */
  public static final String PATTERN =
      "(?=.{1,254}$)(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
          + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
          + "[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])";

  /** The longest accepted address, in characters. */
  public static final int MOST = 254;

  private static final Pattern SHAPE = Pattern.compile(PATTERN);

  /** Accepts only an address in the form that {@link #find} returns. */
  public Email {
    if (value.length() > MOST
        || !SHAPE.matcher(value).matches()
        || !value.equals(value.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("No e-mail address");
    }
  }

  /** Reads a typed address. Returns empty when it can't be an address. */
  public static Optional<Email> find(String typed) {
    String value = typed.strip().toLowerCase(Locale.ROOT);
    return value.length() <= MOST && SHAPE.matcher(value).matches()
        ? Optional.of(new Email(value))
        : Optional.empty();
  }

  /** Returns the part before the @. */
  public String localPart() {
    return value.substring(0, value.indexOf('@'));
  }

  /**
   * Returns the address without its tag: {@code ana@rivera.example} for {@code
   * ana+city@rivera.example}.
   */
  public String untagged() {
    return localPart().replaceFirst("(?<=.)\\+.*", "") + value.substring(value.indexOf('@'));
  }

  /** Hides the address from logs. */
  @Override
  public String toString() {
    return "Email[***]";
  }
}
