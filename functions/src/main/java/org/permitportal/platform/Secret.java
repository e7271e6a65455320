package org.permitportal.platform;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The portal's secret key, from Secrets Manager. Short values, such as six-digit codes, are hashed
 * with this key, because a hash without a key could be reversed by trying all values. Each
 * container reads the key once. A restored snapshot reads it again.
 */
@Singleton
public class Secret {
  private final SecretsManagerClient client;
  private final String arn;
  private volatile @Nullable SecretKeySpec key;

  public Secret(SecretsManagerClient client, @Value("${secrets.arn}") String arn, Priming priming) {
    this.client = client;
    this.arn = arn;
    priming.read(this::key);
    priming.forget(() -> key = null);
  }

  /**
   * Returns a text's HMAC-SHA256, in hexadecimal.
   *
   * @param purpose the use of the hash; a hash for one purpose is not valid for another purpose
   */
  public String hmac(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key());
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private SecretKeySpec key() {
    SecretKeySpec known = key;
    if (known == null) {
      String text = client.getSecretValue(g -> g.secretId(arn)).secretString();
      known = new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
      key = known;
    }
    return known;
  }
}
