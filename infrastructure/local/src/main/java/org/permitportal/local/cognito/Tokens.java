package org.permitportal.local.cognito;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A pool's RSA key. It signs and verifies the pool's JSON web tokens (dg
 * amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html).
 */
record Tokens(RSAPrivateCrtKey key, String keyId) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  static Tokens open(Path file) throws IOException {
    try {
      if (!Files.exists(file)) {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        UserPool.write(file, generator.generateKeyPair().getPrivate().getEncoded());
      }
      PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Files.readAllBytes(file));
      RSAPrivateCrtKey key = (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec);
      return new Tokens(key, hash(key.getModulus().toString()));
    } catch (GeneralSecurityException e) {
      throw new IOException("Not a signing key: " + file, e);
    }
  }

  String sign(ObjectNode claims) {
    ObjectNode header = UserPool.JSON.createObjectNode().put("kid", keyId).put("alg", "RS256");
    String signed = base64(header.toString()) + "." + base64(claims.toString());
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signed.getBytes(UTF_8));
      return signed + "." + ENCODER.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns the claims of a token that this key has signed, even of an expired token. Returns null
   * for any other text.
   */
  @Nullable JsonNode verify(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return null;
    }
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())));
      signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
          ? UserPool.JSON.readTree(Base64.getUrlDecoder().decode(parts[1]))
          : null;
    } catch (GeneralSecurityException | IllegalArgumentException | IOException e) {
      return null; // Not one of ours, or malformed.
    }
  }

  ObjectNode keySet() {
    ObjectNode set = UserPool.JSON.createObjectNode();
    set.putArray("keys")
        .addObject()
        .put("alg", "RS256")
        .put("e", unsigned(key.getPublicExponent()))
        .put("kid", keyId)
        .put("kty", "RSA")
        .put("n", unsigned(key.getModulus()))
        .put("use", "sig");
    return set;
  }

  static String random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return ENCODER.encodeToString(random);
  }

  static String hash(String text) {
    try {
      return ENCODER.encodeToString(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(String text) {
    return ENCODER.encodeToString(text.getBytes(UTF_8));
  }

  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return ENCODER.encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
  }
}
