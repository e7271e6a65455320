package org.permitportal.local.cognito;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time codes (RFC 6238): HMAC-SHA-1, steps of 30 seconds, 6 digits. */
public final class Totp {
  static final int STEP_SECONDS = 30;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  /**
   * Returns the code that an authenticator app shows.
   *
   * @param base32Secret the secret as Cognito gives it (RFC 4648 base32, padding optional)
   * @param at the time of the code
   * @return six digits
   * @throws IllegalArgumentException if the secret is not base32
   */
  public static String code(String base32Secret, Instant at) {
    return code(base32Secret, step(at));
  }

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  static String code(String base32Secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(decode(base32Secret), "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int truncated = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
      return String.format(Locale.ROOT, "%06d", truncated % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Encodes bytes in base32 without padding. Java's digits of radix 32 are 0-9 and a-v, but the
   * digits of base32 are A-Z and 2-7.
   */
  static String encode(byte[] bytes) {
    int digits = (bytes.length * 8 + 4) / 5;
    BigInteger number = new BigInteger(1, bytes).shiftLeft(digits * 5 - bytes.length * 8);
    StringBuilder text = new StringBuilder(number.toString(32));
    text.insert(0, "0".repeat(digits - text.length()));
    return text.chars()
        .mapToObj(digit -> BASE32.substring(Character.digit(digit, 32)).substring(0, 1))
        .collect(Collectors.joining());
  }

  private static byte[] decode(String base32) {
    String text = base32.replace("=", "").toUpperCase(Locale.ROOT);
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < text.length(); i++) {
      int digit = BASE32.indexOf(text.charAt(i));
      if (digit < 0) {
        throw new IllegalArgumentException("The secret is not base32");
      }
      number = number.shiftLeft(5).add(BigInteger.valueOf(digit));
    }
    int length = text.length() * 5 / 8;
    byte[] bytes = number.shiftRight(text.length() * 5 % 8).toByteArray();
    byte[] padded = new byte[length];
    int kept = Math.min(length, bytes.length);
    System.arraycopy(bytes, bytes.length - kept, padded, length - kept, kept);
    return padded;
  }
}
