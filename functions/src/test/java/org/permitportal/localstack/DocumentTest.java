package org.permitportal.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.files.AnnouncedFile;
import org.permitportal.files.Download;
import org.permitportal.files.Downloads;
import org.permitportal.files.FileName;
import org.permitportal.files.FileType;
import org.permitportal.files.ObjectKey;
import org.permitportal.files.StoredFiles;
import org.permitportal.files.Upload;
import org.permitportal.files.Uploads;
import org.permitportal.journey.ThePortal;
import org.permitportal.platform.Ids;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Tests that a presigned link allows one request and refuses every other use. */
@ParameterizedClass
@EnumSource(Backend.class)
class DocumentTest {
  private static final byte[] PLAN = "%PDF-1.7 a plan".getBytes(StandardCharsets.UTF_8);

  @Parameter Backend backend;
  private ApplicationContext beans;
  private S3Client s3;
  private String bucket;
  private ObjectKey key;
  private Upload upload;

  @BeforeEach
  void sign() {
    beans = backend.beans("RequestUploadFunction");
    s3 = beans.getBean(S3Client.class);
    bucket = ThePortal.stack().physicalId("DocumentsBucket");
    Ids ids = new Ids(Clock.systemUTC());
    key = new ObjectKey("permit", ids.ulid(), ids.ulid());
    upload = beans.getBean(Uploads.class).sign(key, announced());
  }

  @AfterEach
  void close() {
    if (beans != null) {
      beans.close();
    }
  }

  private static AnnouncedFile announced() {
    return new AnnouncedFile(FileName.of("plan.pdf"), FileType.PDF, PLAN.length, sha256(PLAN));
  }

  @Test
  void aLinkTakesTheAnnouncedFileOnce() throws Exception {
    assertThat(put(upload.url(), upload.headers(), PLAN)).isEqualTo(200);
    assertThat(stored()).isEqualTo(PLAN);
    assertThat(s3.headObject(h -> h.bucket(bucket).key(key.path())).contentType())
        .isEqualTo("application/pdf");

    assertThat(put(upload.url(), upload.headers(), PLAN)).as("a second time").isEqualTo(412);
    assertThat(stored()).isEqualTo(PLAN);
  }

  @Test
  void aTamperedSignatureIsRefused() throws Exception {
    String url = upload.url();
    String name = "X-Amz-Signature=";
    int at = url.indexOf(name) + name.length();
    String other = (url.charAt(at) == '0' ? "1" : "0");
    refused(403, url.substring(0, at) + other + url.substring(at + 1), upload.headers(), PLAN);
  }

  @Test
  void aLongerLifeIsRefused() throws Exception {
    String url = upload.url().replaceFirst("X-Amz-Expires=\\d+", "X-Amz-Expires=604800");
    assertThat(url).isNotEqualTo(upload.url());
    refused(403, url, upload.headers(), PLAN);
  }

  @Test
  void anotherKeyIsRefused() throws Exception {
    ObjectKey other = new ObjectKey("permit", key.ownerId(), new Ids(Clock.systemUTC()).ulid());
    refused(403, upload.url().replace(key.fileId(), other.fileId()), upload.headers(), PLAN);
    assertThat(exists(other)).isFalse();
  }

  @Test
  void anotherTypeIsRefused() throws Exception {
    refused(403, upload.url(), with("content-type", "text/html"), PLAN);
  }

  @Test
  void moreBytesThanAnnouncedAreRefused() throws Exception {
    byte[] longer = "%PDF-1.7 a plan and more".getBytes(StandardCharsets.UTF_8);
    refused(403, upload.url(), upload.headers(), longer);
  }

  @Test
  void otherBytesOfTheSameLengthAreRefused() throws Exception {
    byte[] other = PLAN.clone();
    other[other.length - 1] ^= 1;
    refused(400, upload.url(), upload.headers(), other);
    refused(403, upload.url(), with("x-amz-checksum-sha256", sha256(other)), other);
  }

  @Test
  void writingOverWhatIsThereCannotBeAskedFor() throws Exception {
    Map<String, String> headers = new TreeMap<>(upload.headers());
    headers.remove("if-none-match");
    refused(403, upload.url(), headers, PLAN);
  }

  @Test
  void anExpiredLinkIsRefused() throws Exception {
    S3Presigner presigner = beans.getBean(S3Presigner.class);
    String url =
        presigner
            .presignPutObject(
                p ->
                    p.signatureDuration(Duration.ofSeconds(1))
                        .putObjectRequest(o -> o.bucket(bucket).key(key.path())))
            .url()
            .toString();
    Thread.sleep(2_100);
    refused(403, url, Map.of(), PLAN);
  }

  @Test
  void nobodyWritesOrReadsWithoutALink() throws Exception {
    if (backend == Backend.LOCALSTACK) {
      System.out.println("SKIPPED: LocalStack takes what nobody signed");
      Assumptions.abort("LocalStack takes what nobody signed");
    }
    String bare = upload.url().split("\\?", 2)[0];
    refused(403, bare, upload.headers(), PLAN);
    assertThat(put(upload.url(), upload.headers(), PLAN)).isEqualTo(200);
    assertThat(get(bare).statusCode()).isEqualTo(403);
  }

  @Test
  void aDownloadLinkIsForOneFileUnderOneName() throws Exception {
    assertThat(put(upload.url(), upload.headers(), PLAN)).isEqualTo(200);
    Download download =
        beans.getBean(Downloads.class).link(key, FileName.of("plan.pdf"), FileType.PDF, false);
    HttpResponse<byte[]> found = get(download.url());
    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(found.body()).isEqualTo(PLAN);
    assertThat(found.headers().firstValue("content-disposition"))
        .hasValueSatisfying(
            value -> assertThat(value).startsWith("attachment; filename=\"plan.pdf\""));
    String shown = download.url().replace("attachment", "inline");
    assertThat(shown).isNotEqualTo(download.url());
    assertThat(get(shown).statusCode()).isEqualTo(403);
    String other = download.url().replace(key.fileId(), key.ownerId());
    assertThat(get(other).statusCode()).isEqualTo(403);
  }

  @Test
  void aDeletedFileIsGoneAndNothingThereIsFine() throws Exception {
    StoredFiles files = beans.getBean(StoredFiles.class);
    assertThat(put(upload.url(), upload.headers(), PLAN)).isEqualTo(200);
    files.delete(key);
    assertThat(exists(key)).isFalse();
    files.delete(key);
  }

  private void refused(int status, String url, Map<String, String> headers, byte[] body)
      throws Exception {
    assertThat(put(url, headers, body)).isEqualTo(status);
    assertThat(exists(key)).isFalse();
  }

  private Map<String, String> with(String name, String value) {
    Map<String, String> headers = new TreeMap<>(upload.headers());
    assertThat(headers.put(name, value)).isNotNull();
    return headers;
  }

  private static int put(String url, Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
            .timeout(Duration.ofSeconds(20));
    headers.forEach(request::header);
    return send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static HttpResponse<byte[]> get(String url) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  /**
   * Sends a request on its own connection, because the store closes a connection when it refuses a
   * request without reading its body.
   */
  private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(request, handler);
    }
  }

  private byte[] stored() {
    return s3.getObjectAsBytes(g -> g.bucket(bucket).key(key.path())).asByteArray();
  }

  private boolean exists(ObjectKey one) {
    try {
      s3.headObject(h -> h.bucket(bucket).key(one.path()));
      return true;
    } catch (NoSuchKeyException _) {
      return false;
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
