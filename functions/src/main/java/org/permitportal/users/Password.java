package org.permitportal.users;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.permitportal.platform.Ids;

/**
 * A password on its way from a person to the pool: never stored, logged or printed. It is in NFKC,
 * so that it is the same on every keyboard (NIST SP 800-63B-4, 3.1.1.2). The pool takes no blanks
 * (AdminSetUserPassword: {@code [\\S]+}) and people use them in phrases: each becomes an open box.
 */
public final class Password {
  /** The most that Cognito takes. */
  public static final int MOST = 256;

  static final char BLANK = '\u2423';

  private final String value;

  private Password(String value) {
    this.value = value;
  }

  /** What somebody typed, of any length; {@link PasswordRules} says whether it will do. */
  public static Password of(String typed) {
    return new Password(
        Normalizer.normalize(typed, Form.NFKC)
            .codePoints()
            .map(c -> Character.isSpaceChar(c) ? BLANK : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString());
  }

  /** One that nobody knows, for who has to set a new one by a recovery. */
  public static Password ofNobody(Ids ids) {
    return of(ids.token());
  }

  /** As the pool gets it, when it is set and when somebody signs in. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "Password[***]";
  }
}
