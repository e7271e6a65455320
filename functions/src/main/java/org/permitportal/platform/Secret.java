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
 * The portal's own key, from Secrets Manager. It keys the hashes of values that are too short for a
 * plain hash, such as six-digit codes. Each container reads the key once, and again after a
 * snapshot's restore.
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
   * Returns a text's HMAC-SHA256, hexadecimal.
   *
   * @param purpose separates uses: a hash made for one purpose is not valid for another
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
