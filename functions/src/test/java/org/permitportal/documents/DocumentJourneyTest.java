package org.permitportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.Eventually;
import org.permitportal.permits.APermit;

/** Tests that parties can add documents to a permit. */
class DocumentJourneyTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final String permit = APermit.row().imported();
  private final AnAccount ana = AnAccount.confirmed();
  private final String token = linked();

  @Test
  void aGoodDocumentIsCheckedAndCanBeDownloadedAndSeen() throws Exception {
    JsonNode awaited = announce(TestFiles.PHOTO_JPEG, "photo", "key-photo-1").expect(201).body();
    JsonNode again = announce(TestFiles.PHOTO_JPEG, "photo", "key-photo-1").expect(201).body();
    String document = awaited.path("documentId").asText();
    assertThat(again.path("documentId").asText()).isEqualTo(document);
    assertThat(download(document).expect(409).code()).isEqualTo("DOCUMENT_NOT_READY");
    put(awaited.path("upload"), TestFiles.PHOTO_JPEG);
    assertThat(checked(document).path("state").asText()).isEqualTo("READY");
    String link = download(document).query("view", "true").expect(200).text("/url");
    HttpResponse<byte[]> file = get(link);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).isEqualTo(TestFiles.PHOTO_JPEG.bytes());
    assertThat(file.headers().firstValue("content-disposition").orElse("")).startsWith("inline");
    assertThat(
            get(download(document).expect(200).text("/url"))
                .headers()
                .firstValue("content-disposition")
                .orElse(""))
        .startsWith("attachment");
    assertThat(announce(TestFiles.PHOTO_JPEG, "photo", "key-photo-1").expect(409).code())
        .isEqualTo("ALREADY_UPLOADED");
    assertThat(
            ApiCall.of("viewPermit").path("permitId", permit).expect(200).body().path("documents"))
        .isEmpty();
  }

  @Test
  void aBadDocumentIsRefusedWithItsReason() throws Exception {
    JsonNode awaited = announce(TestFiles.TRUNCATED_JPEG, "photo", null).expect(201).body();
    put(awaited.path("upload"), TestFiles.TRUNCATED_JPEG);
    JsonNode document = checked(awaited.path("documentId").asText());
    assertThat(document.path("state").asText()).isEqualTo("REFUSED");
    assertThat(document.path("reason").asText()).isEqualTo("DAMAGED_IMAGE");
    assertThat(
            ApiCall.of("openPermit")
                .bearer(token)
                .path("permitId", permit)
                .expect(200)
                .body()
                .path("events")
                .findValuesAsText("kind"))
        .contains("DOCUMENT_REFUSED");
  }

  @Test
  void anotherAccountsPermitAndDocumentAreNotThere() {
    String document = announce(TestFiles.PHOTO_JPEG, "photo", null).expect(201).text("/documentId");
    String other = AnAccount.confirmed().signedIn().accessToken();
    ApiCall.of("downloadDocument")
        .bearer(other)
        .path("permitId", permit)
        .path("documentId", document)
        .expect(404);
    announced(other, TestFiles.PHOTO_JPEG, "photo").expect(404);
    download("01JD3PZK7M8Q2V5XW9ABCDEFGH").expect(404);
    download("42").expect(400);
    ApiCall.of("openPermit").bearer(other).path("permitId", permit).expect(404);
  }

  @Test
  void onlyKindsTypesAndLengthsOfTheCityAreTaken() {
    assertThat(announce(TestFiles.PHOTO_JPEG, "permit-card", null).expect(400).errors())
        .containsExactly("kind INVALID");
    assertThat(
            ApiCall.of("requestUpload")
                .bearer(token)
                .path("permitId", permit)
                .json(
                    "kind", "photo",
                    "name", "x.exe",
                    "type", "application/x-msdownload",
                    "bytes", 99_999_999_999L,
                    "sha256", TestFiles.PHOTO_JPEG.sha256())
                .expect(400)
                .errors())
        .containsExactly("type INVALID", "bytes OUT_OF_RANGE");
  }

  private String linked() {
    APermit.link(permit, ana);
    return ana.signedIn().accessToken();
  }

  private ApiCall announce(TestFiles file, String kind, String key) {
    ApiCall call = announced(token, file, kind);
    return key == null ? call : call.header("idempotency-key", key);
  }

  private ApiCall announced(String bearer, TestFiles file, String kind) {
    return ApiCall.of("requestUpload")
        .bearer(bearer)
        .path("permitId", permit)
        .json(
            "kind", kind,
            "name", file.fileName(),
            "type", file.mediaType(),
            "bytes", file.length(),
            "sha256", file.sha256());
  }

  private ApiCall download(String document) {
    return ApiCall.of("downloadDocument")
        .bearer(token)
        .path("permitId", permit)
        .path("documentId", document);
  }

  private JsonNode checked(String document) {
    return Eventually.get(
        "a checked document",
        () -> {
          for (JsonNode one :
              ApiCall.of("openPermit")
                  .bearer(token)
                  .path("permitId", permit)
                  .expect(200)
                  .body()
                  .path("documents")) {
            if (one.path("documentId").asText().equals(document)
                && !one.path("state").asText().equals("PENDING")) {
              return Optional.of(one);
            }
          }
          return Optional.empty();
        });
  }

  private static void put(JsonNode upload, TestFiles file)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(upload.path("url").asText()))
            .PUT(BodyPublishers.ofByteArray(file.bytes()));
    upload
        .path("headers")
        .properties()
        .forEach(header -> request.header(header.getKey(), header.getValue().asText()));
    assertThat(HTTP.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  private static HttpResponse<byte[]> get(String url) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
  }
}
