package org.permitportal.users;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.permitportal.platform.SecuritySettings;

/**
 * The answer to a secret question. Case, blanks and punctuation make no difference. Only its hash
 * is stored: Argon2id with one lane and the cost that the city's file sets, in the usual text form
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 */
final class SecretAnswer {
  /** The fewest letters and digits that an answer must have. */
  static final int FEWEST = 3;

  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern STORED =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
  private static final LongAdder COMPUTED = new LongAdder();

  private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

  private final String value;

  private SecretAnswer(String value) {
    this.value = value;
  }

  /** Makes an answer from typed text. */
  static SecretAnswer of(String typed) {
    String folded =
        Normalizer.normalize(typed, Form.NFKC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return new SecretAnswer(
        SEPARATORS.matcher(Normalizer.normalize(folded, Form.NFKC)).replaceAll(""));
  }

  /** Returns whether the answer has fewer than {@link #FEWEST} letters and digits. */
  boolean tooShort() {
    return value.codePointCount(0, value.length()) < FEWEST;
  }

  /** Makes a new hash of the answer, with its own salt. */
  String hash(SecuritySettings.SecretAnswers cost, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return text(cost, salt, argon2id(salt, cost.memoryKiB(), cost.passes(), LANES, HASH_BYTES));
  }

  /**
   * Returns a hash in the stored form that no answer matches. Answers are compared with it when
   * there is no stored hash.
   */
  static String hashOfNone(SecuritySettings.SecretAnswers cost) {
    return text(cost, new byte[SALT_BYTES], new byte[HASH_BYTES]);
  }

  private static String text(SecuritySettings.SecretAnswers cost, byte[] salt, byte[] hash) {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memoryKiB(),
            cost.passes(),
            LANES,
            ENCODER.encodeToString(salt),
            ENCODER.encodeToString(hash));
  }

  /**
   * Returns whether a stored hash was made from this answer. The comparison uses the parameters in
   * the stored hash.
   *
   * @throws IllegalArgumentException when the text is not a stored hash
   */
  boolean matches(String stored) {
    Matcher parts = STORED.matcher(stored);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not a stored answer");
    }
    byte[] salt = Base64.getDecoder().decode(parts.group(4));
    byte[] wanted = Base64.getDecoder().decode(parts.group(5));
    byte[] hash =
        argon2id(
            salt,
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            wanted.length);
    return MessageDigest.isEqual(hash, wanted);
  }

  /**
   * Returns how many hashes this process has computed. Hashing is the expensive part of checking an
   * answer.
   */
  static long computed() {
    return COMPUTED.sum();
  }

  private byte[] argon2id(byte[] salt, int memory, int passes, int lanes, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    COMPUTED.increment();
    byte[] hash = new byte[length];
    generator.generateBytes(value.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }

  @Override
  public String toString() {
    return "SecretAnswer[***]";
  }
}
