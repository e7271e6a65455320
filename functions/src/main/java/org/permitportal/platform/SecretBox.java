package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts text that a client keeps for the portal. The client can neither read nor change the
 * text. The encryption is AES-256-GCM, with a key derived from the portal's {@link Secret}. The
 * text is padded, so that its length does not reveal its content.
 */
@Singleton
public class SecretBox {
  /** The pattern of encrypted text. */
  public static final String PATTERN = "[A-Za-z0-9_-]+";

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int BLOCK = 512;
  private final Secret secret;
  private final Ids ids;

  public SecretBox(Secret secret, Ids ids) {
    this.secret = secret;
    this.ids = ids;
  }

  /**
   * Encrypts a text.
   *
   * @param purpose the use of the text; a text encrypted for one purpose cannot be opened for
   *     another purpose
   */
  public String seal(String purpose, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int blocks = (Integer.BYTES + bytes.length + BLOCK - 1) / BLOCK;
    byte[] padded = ByteBuffer.allocate(blocks * BLOCK).putInt(bytes.length).put(bytes).array();
    byte[] nonce = ids.bytes(NONCE);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, purpose, nonce, padded, 0).orElseThrow();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
  }

  /**
   * Decrypts text that {@link #seal} returned for this purpose. Returns empty for any other text.
   */
  public Optional<String> open(String purpose, String text) {
    byte[] sealed;
    try {
      sealed = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    if (sealed.length < NONCE) {
      return Optional.empty();
    }
    byte[] nonce = new byte[NONCE];
    System.arraycopy(sealed, 0, nonce, 0, NONCE);
    return run(Cipher.DECRYPT_MODE, purpose, nonce, sealed, NONCE)
        .map(ByteBuffer::wrap)
        .map(
            padded -> {
              byte[] bytes = new byte[padded.getInt()];
              padded.get(bytes);
              return new String(bytes, StandardCharsets.UTF_8);
            });
  }

  private Optional<byte[]> run(int mode, String purpose, byte[] nonce, byte[] input, int from) {
    byte[] key = HexFormat.of().parseHex(secret.hmac("secret box", "AES-256-GCM"));
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
      return Optional.of(cipher.doFinal(input, from, input.length - from));
    } catch (javax.crypto.AEADBadTagException _) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
