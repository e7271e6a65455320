package org.permitportal.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.permitportal.local.emulators.AwsJson;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class ObjectStoreTest {
  private static final String CONTENT = "a plan of a house";

  private final PortalStack stack = Fixture.shared().stack;
  private final String bucket = stack.physicalId("Files");
  private final String key = "permit/" + UUID.randomUUID();

  private S3Presigner presigner(String secret) {
    return S3Presigner.builder()
        .region(Region.US_EAST_1)
        .endpointOverride(URI.create(stack.endpoints().getOrDefault("AWS_ENDPOINT_URL_S3", "")))
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(AwsJson.ACCESS_KEY, secret)))
        .build();
  }

  private String upload(String secret, Duration life) throws Exception {
    try (S3Presigner presigner = presigner(secret)) {
      String sum = sha256(CONTENT);
      return presigner
          .presignPutObject(
              presign ->
                  presign
                      .signatureDuration(life)
                      .putObjectRequest(
                          put ->
                              put.bucket(bucket)
                                  .key(key)
                                  .contentType("application/pdf")
                                  .contentLength((long) CONTENT.length())
                                  .checksumSHA256(sum)
                                  .ifNoneMatch("*")))
          .url()
          .toString();
    }
  }

  private String upload() throws Exception {
    return upload(AwsJson.SECRET_KEY, Duration.ofMinutes(5));
  }

  private static String sha256(String content) throws Exception {
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
    return Base64.getEncoder().encodeToString(sum);
  }

  private int put(String url, String content) throws Exception {
    return put(url, content, Map.of());
  }

  private int put(String url, String content, Map<String, String> other) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .setHeader("Content-Type", "application/pdf")
            .setHeader("If-None-Match", "*")
            .setHeader("x-amz-checksum-sha256", sha256(CONTENT));
    other.forEach(request::setHeader);
    request.PUT(BodyPublishers.ofString(content));
    return send(request.build()).statusCode();
  }

  /**
   * Sends a request on a new connection. The store may close the previous connection, because it
   * closes a connection when it refuses a request without reading its body.
   */
  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void theSignedUploadIsTakenOnceAndNeverReplaced() throws Exception {
    assertThat(put(upload(), CONTENT)).isEqualTo(200);
    assertThat(put(upload(), CONTENT)).isEqualTo(412);
  }

  @Test
  void aTamperedKeyIsRefused() throws Exception {
    assertThat(put(upload().replace("permit/", "permit/x"), CONTENT)).isEqualTo(403);
  }

  @Test
  void anExpiredUploadIsRefused() throws Exception {
    String url = upload(AwsJson.SECRET_KEY, Duration.ofSeconds(1));
    Thread.sleep(2_100);
    assertThat(put(url, CONTENT)).isEqualTo(403);
  }

  @Test
  void aSignatureByAnotherSecretIsRefused() throws Exception {
    assertThat(put(upload("another", Duration.ofMinutes(5)), CONTENT)).isEqualTo(403);
  }

  @Test
  void anotherTypeIsRefused() throws Exception {
    assertThat(put(upload(), CONTENT, Map.of("Content-Type", "text/html"))).isEqualTo(403);
  }

  @Test
  void aLongerFileIsRefused() throws Exception {
    assertThat(put(upload(), CONTENT + "!")).isEqualTo(403);
  }

  @Test
  void otherContentOfTheSameLengthIsRefused() throws Exception {
    assertThat(put(upload(), CONTENT.replace("house", "mouse"))).isEqualTo(400);
  }

  @Test
  void anotherChecksumIsRefused() throws Exception {
    String other = CONTENT.replace("house", "mouse");
    Map<String, String> header = Map.of("x-amz-checksum-sha256", sha256(other));
    assertThat(put(upload(), other, header)).isEqualTo(403);
  }

  @Test
  void strangersAreRefused() throws Exception {
    String url = upload();
    String plain = url.substring(0, url.indexOf('?'));
    assertThat(put(plain, CONTENT)).isEqualTo(403);
    assertThat(put(url, CONTENT)).isEqualTo(200);
    HttpRequest get = HttpRequest.newBuilder(URI.create(plain)).build();
    assertThat(send(get).statusCode()).isEqualTo(403);
  }

  @Test
  void theBucketsOwnCorsRuleHolds() throws Exception {
    assertThat(allowed(stack.url())).isTrue();
    assertThat(allowed("https://elsewhere.example")).isFalse();
  }

  private boolean allowed(String origin) throws Exception {
    HttpRequest preflight =
        HttpRequest.newBuilder(URI.create(upload()))
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "PUT")
            .header("Access-Control-Request-Headers", "content-type")
            .method("OPTIONS", BodyPublishers.noBody())
            .build();
    return send(preflight).headers().firstValue("access-control-allow-origin").isPresent();
  }
}
