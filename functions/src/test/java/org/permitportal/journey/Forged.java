package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;

/** Makes forged access tokens from real tokens. */
public final class Forged {
  private Forged() {}

  /** Changes the claims and keeps the signature. */
  public static String claims(String token, UnaryOperator<String> change) {
    return changed(token, 1, change);
  }

  /** Changes the header and keeps the signature. */
  static String header(String token, UnaryOperator<String> change) {
    return changed(token, 0, change);
  }

  /** Replaces the signature with that of another token. */
  static String signature(String token, String other) {
    return unsigned(token) + other.substring(other.lastIndexOf('.') + 1);
  }

  /** Removes the signature. */
  static String unsigned(String token) {
    return token.substring(0, token.lastIndexOf('.') + 1);
  }

  private static String changed(String token, int part, UnaryOperator<String> change) {
    String[] parts = token.split("\\.", -1);
    String before = new String(Base64.getUrlDecoder().decode(parts[part]), StandardCharsets.UTF_8);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    parts[part] =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(after.getBytes(StandardCharsets.UTF_8));
    return String.join(".", parts);
  }
}
