package org.permitportal.files;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * Signs links by which a client uploads one file into the bucket. The signature covers the key,
 * type, length, SHA-256 and the condition that the key has no object yet. So a link works once, and
 * only for exactly these bytes.
 */
@Singleton
public class Uploads {
  /**
   * The time for which a link is valid. S3 checks the time only when the upload starts, so it is
   * enough for 25 MB over a slow mobile connection.
   */
  static final Duration VALID = Duration.ofMinutes(15);

  /**
   * The headers that the client's HTTP library sends by itself. Scripts in browsers must not set
   * them.
   */
  private static final Set<String> BY_ITSELF = Set.of("host", "content-length");

  private final S3Presigner presigner;
  private final String bucket;

  public Uploads(S3Presigner presigner, @Value("${documents.bucket}") String bucket) {
    this.presigner = presigner;
    this.bucket = bucket;
  }

  /**
   * Signs one upload. This calls no service, and it needs the permission {@code s3:PutObject} on
   * the key.
   */
  public Upload sign(ObjectKey key, AnnouncedFile file) {
    PresignedPutObjectRequest signed =
        presigner.presignPutObject(
            p ->
                p.signatureDuration(VALID)
                    .putObjectRequest(
                        o ->
                            o.bucket(bucket)
                                .key(key.path())
                                .contentType(file.type().mediaType())
                                .contentLength(file.bytes())
                                .checksumSHA256(file.sha256())
                                .ifNoneMatch("*")));
    Map<String, String> headers = new TreeMap<>();
    signed
        .signedHeaders()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (!BY_ITSELF.contains(lower)) {
                headers.put(lower, String.join(",", values));
              }
            });
    return new Upload(signed.url().toString(), "PUT", headers, signed.expiration());
  }
}
