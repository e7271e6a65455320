package org.permitportal.users;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.permitportal.platform.Ids;

/**
 * A password that a person typed, in the form that the pool gets. The portal never stores, logs or
 * prints it. It is normalized to NFKC, so that every keyboard gives the same password (NIST SP
 * 800-63B-4, 3.1.1.2). People use blanks in passphrases, but the pool does not accept blanks
 * (AdminSetUserPassword: {@code [\\S]+}). So each blank becomes the character U+2423 (open box).
 */
public final class Password {
  /** The longest password that Cognito accepts. */
  public static final int MOST = 256;

  static final char BLANK = '\u2423';

  private final String value;

  private Password(String value) {
    this.value = value;
  }

  /**
   * Takes a typed password of any length. {@link PasswordRules} decides whether it is acceptable.
   */
  public static Password of(String typed) {
    return new Password(
        Normalizer.normalize(typed, Form.NFKC)
            .codePoints()
            .map(c -> Character.isSpaceChar(c) ? BLANK : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString());
  }

  /** Makes a password that nobody knows, for a user who has to set a new one through recovery. */
  public static Password ofNobody(Ids ids) {
    return of(ids.token());
  }

  /** Returns the password as the pool gets it, both when it is set and at each sign-in. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "Password[***]";
  }
}
