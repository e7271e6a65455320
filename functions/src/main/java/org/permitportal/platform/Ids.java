package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;

/**
 * Makes ids and tokens. {@code SecureRandom} reads from the kernel, so two copies of a snapshot do
 * not make the same values.
 */
@Singleton
public class Ids {
  /** The pattern of a ULID. */
  public static final String ULID = "[0-9A-HJKMNP-TV-Z]{26}";

  /** The pattern of an {@code Idempotency-Key}. */
  public static final String KEY = "[A-Za-z0-9_-]{8,64}";

  private static final char[] CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  public Ids(Clock clock) {
    this.clock = clock;
  }

  /**
   * Returns a new ULID: 48 bits of time and 80 random bits, as 26 characters of Crockford's base
   * 32.
   */
  public String ulid() {
    byte[] entropy = new byte[10];
    random.nextBytes(entropy);
    return ulid(clock.millis(), entropy);
  }

  /**
   * Returns the id for a request with an {@code Idempotency-Key}. The id depends only on the
   * caller's id, the operation and the key, so a repeated request gets the same id. It has the form
   * of a ULID.
   */
  public static String derived(String callerId, String operation, String key) {
    byte[] hash = sha256(callerId + "\n" + operation + "\n" + key);
    byte[] entropy = new byte[10];
    System.arraycopy(hash, 6, entropy, 0, 10);
    long time = 0;
    for (int i = 0; i < 6; i++) {
      time = (time << 8) | (hash[i] & 0xff);
    }
    return ulid(time, entropy);
  }

  /** Returns a token of 256 random bits, in base64url without padding. */
  public String token() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
  }

  /**
   * Returns random bytes.
   *
   * @param count the number of bytes
   */
  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Returns six random digits. */
  public String digits() {
    return String.format("%06d", random.nextInt(1_000_000));
  }

  /** Returns the SHA-256 hash of a text, in hexadecimal. The tables store tokens as such hashes. */
  public static String hash(String text) {
    return java.util.HexFormat.of().formatHex(sha256(text));
  }

  /**
   * Returns whether two texts are equal. The time of the comparison does not show where they
   * differ.
   */
  public static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String ulid(long millis, byte[] entropy) {
    char[] text = new char[26];
    for (int i = 9; i >= 0; i--) {
      text[i] = CROCKFORD[(int) (millis & 31)];
      millis >>>= 5;
    }
    java.math.BigInteger bits = new java.math.BigInteger(1, entropy);
    for (int i = 25; i >= 10; i--) {
      text[i] = CROCKFORD[bits.intValue() & 31];
      bits = bits.shiftRight(5);
    }
    return new String(text);
  }
}
