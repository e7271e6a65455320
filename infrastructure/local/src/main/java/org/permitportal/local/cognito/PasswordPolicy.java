package org.permitportal.local.cognito;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.IntPredicate;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The rules for passwords (dg managing-users-passwords.html), and the hashing of stored passwords.
 */
record PasswordPolicy(
    int minimumLength, boolean lower, boolean upper, boolean digit, boolean symbol) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String SYMBOLS = "^$*.[]{}()?-\"!@#%&/\\,><':;|_~`+= ";
  // Few iterations are enough, because these passwords exist only on one machine. They also keep
  // the tests fast.
  private static final int ITERATIONS = 1_000;

  static PasswordPolicy read(Properties policy) {
    policy.only(
        """
        MinimumLength RequireLowercase RequireUppercase RequireNumbers
        RequireSymbols TemporaryPasswordValidityDays
        """);
    // Source: CloudFormation's page of PasswordPolicy. Unverified: the defaults of a pool without a
    // policy.
    boolean otherwise = policy.node().isMissingNode();
    return new PasswordPolicy(
        policy.number("MinimumLength", 8, 6, 99),
        policy.flag("RequireLowercase", otherwise),
        policy.flag("RequireUppercase", otherwise),
        policy.flag("RequireNumbers", otherwise),
        policy.flag("RequireSymbols", otherwise));
  }

  /**
   * Checks a new password. Refuses it with InvalidParameterException or InvalidPasswordException.
   */
  void check(String password) {
    // api API_AdminSetUserPassword.html: at most 256 characters, [\S]+. This pattern refuses
    // spaces, but the developer guide counts inner spaces as symbols. Unverified: passwords with
    // spaces. They are refused, to be safe.
    if (password.length() > 256) {
      throw Refusal.constraint("password", "Member must have length less than or equal to 256");
    }
    if (!password.matches("\\S+")) {
      throw Refusal.constraint(
          "password", "Member must satisfy regular expression pattern: [\\S]+");
    }
    demand(password.length() >= minimumLength, "Password not long enough");
    demand(
        !lower || any(password, Character::isLowerCase), "Password must have lowercase characters");
    demand(
        !upper || any(password, Character::isUpperCase), "Password must have uppercase characters");
    demand(!digit || any(password, Character::isDigit), "Password must have numeric characters");
    demand(
        !symbol || any(password, character -> SYMBOLS.indexOf(character) >= 0),
        "Password must have symbol characters");
  }

  private static boolean any(String password, IntPredicate kind) {
    return password.chars().anyMatch(kind);
  }

  private static void demand(boolean held, String complaint) {
    if (!held) {
      throw new Refusal(
          "InvalidPasswordException", "Password did not conform with policy: " + complaint);
    }
  }

  /** Returns a new salt and the password's hash, both in hexadecimal. */
  static String hash(String password) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    return hash(password, salt);
  }

  static boolean matches(String password, String hash) {
    byte[] salt = HexFormat.of().parseHex(hash, 0, 32);
    return MessageDigest.isEqual(hash(password, salt).getBytes(UTF_8), hash.getBytes(UTF_8));
  }

  private static String hash(String password, byte[] salt) {
    try {
      PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, 256);
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded();
      return HexFormat.of().formatHex(salt) + HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
