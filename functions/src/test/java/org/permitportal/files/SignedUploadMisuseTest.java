package org.permitportal.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.ItsFiles;
import org.permitportal.journey.Sent;
import org.permitportal.journey.TheBeans;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Tests that a signed upload works only once, for some minutes, and only for its key, type, length
 * and content.
 */
class SignedUploadMisuseTest {
  private static final TestFiles FILE = TestFiles.PLAIN_PDF;
  private JsonNode upload = com.fasterxml.jackson.databind.node.MissingNode.getInstance();

  @BeforeEach
  void asked() {
    upload = ItsFiles.of(ADraft.started()).asking(FILE).expect(201).body().path("upload");
  }

  private Sent sent() {
    return Sent.of(upload).bytes(FILE.bytes());
  }

  @Test
  void aChangedLinkIsRefused() {
    Map<String, Sent> changed = new LinkedHashMap<>();
    changed.put(
        "signature", sent().replacing("X-Amz-Signature=[0-9a-f]{8}", "X-Amz-Signature=00000000"));
    changed.put("longer life", sent().replacing("X-Amz-Expires=\\d+", "X-Amz-Expires=604800"));
    changed.put(
        "other key",
        sent().replacing("/draft/[0-9A-Z]{26}/", "/draft/01JZ0000000000000000000000/"));
    changed.put(
        "fewer headers", sent().replacing("X-Amz-SignedHeaders=[^&]+", "X-Amz-SignedHeaders=host"));
    changed.forEach((what, sent) -> assertThat(sent.put().statusCode()).as(what).isEqualTo(403));
  }

  @Test
  void anotherTypeLengthOrContentIsRefused() {
    byte[] longer = Arrays.copyOf(FILE.bytes(), FILE.bytes().length + 1);
    byte[] other = FILE.bytes().clone();
    other[other.length - 1]++;
    assertThat(sent().header("content-type", "text/html").put().statusCode()).isEqualTo(403);
    assertThat(sent().without("content-type").put().statusCode()).isEqualTo(403);
    assertThat(sent().bytes(longer).put().statusCode()).isEqualTo(403);
    assertThat(sent().bytes(new byte[0]).put().statusCode()).isEqualTo(403);
    assertThat(sent().bytes(other).put().statusCode()).isEqualTo(400);
    assertThat(
            sent()
                .header("x-amz-checksum-sha256", TestFiles.PHOTO_JPEG.sha256())
                .put()
                .statusCode())
        .isEqualTo(403);
    assertThat(sent().without("x-amz-checksum-sha256").put().statusCode()).isEqualTo(403);
    assertThat(sent().put().statusCode()).isEqualTo(200);
  }

  @Test
  void aSecondUploadIsRefused() {
    assertThat(sent().without("if-none-match").put().statusCode()).isEqualTo(403);
    assertThat(sent().put().statusCode()).isEqualTo(200);
    assertThat(sent().put().statusCode()).isEqualTo(412);
  }

  @Test
  void nobodyWithoutALinkCanWriteReadOrList() {
    String bare = upload.path("url").asText().replaceFirst("\\?.*", "");
    assertThat(sent().replacing("\\?.*", "").put().statusCode()).isEqualTo(403);
    assertThat(sent().put().statusCode()).isEqualTo(200);
    assertThat(Sent.get(bare).statusCode()).isEqualTo(403);
    assertThat(Sent.get(bare.replaceFirst("/draft/.*", "/")).statusCode()).isEqualTo(403);
  }

  @Test
  void anUploadLinkDoesNotRead() {
    assertThat(sent().put().statusCode()).isEqualTo(200);
    assertThat(Sent.get(upload.path("url").asText()).statusCode()).isEqualTo(403);
  }

  @Test
  void anExpiredLinkIsRefused() throws InterruptedException {
    try (ApplicationContext context = TheBeans.of("RequestAttachmentFunction")) {
      String url =
          context
              .getBean(S3Presigner.class)
              .presignPutObject(
                  p ->
                      p.signatureDuration(java.time.Duration.ofSeconds(1))
                          .putObjectRequest(
                              PutObjectRequest.builder()
                                  .bucket(
                                      context
                                          .getProperty("documents.bucket", String.class)
                                          .orElseThrow())
                                  .key(
                                      "draft/01JZ0000000000000000000000/01JZ0000000000000000000000")
                                  .build()))
              .url()
              .toString();
      Thread.sleep(2_500);
      assertThat(
              sent()
                  .replacing(".*", java.util.regex.Matcher.quoteReplacement(url))
                  .put()
                  .statusCode())
          .isEqualTo(403);
    }
  }
}
