package org.permitportal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.permitportal.platform.FileSettings;
import org.permitportal.platform.Problem;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Tests the contents of signed links. They are signed with a role's temporary keys, as on AWS. */
class SignedLinksTest {
  private static final ObjectKey KEY =
      new ObjectKey("draft", "01JZ0000000000000000000000", "01JZ0000000000000000000001");
  private static final String SHA256 = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
  private static final FileSettings.FileRule RULE =
      new FileSettings.FileRule(1000, 10, List.of("application/pdf", "image/jpeg"));

  private final S3Presigner presigner =
      S3Presigner.builder()
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsSessionCredentials.create("AK", "SK", "TOKEN")))
          .build();

  @AfterEach
  void close() {
    presigner.close();
  }

  @Test
  void anUploadSignsTypeLengthChecksumAndThatNothingIsThere() {
    Upload upload =
        new Uploads(presigner, "documents").sign(KEY, announced("plan", "application/pdf", 999));

    assertThat(upload.method()).isEqualTo("PUT");
    assertThat(upload.headers())
        .isEqualTo(
            Map.of(
                "content-type", "application/pdf",
                "x-amz-checksum-sha256", SHA256,
                "if-none-match", "*"));
    assertThat(URI.create(upload.url()).getPath()).isEqualTo("/" + KEY.path());
    assertThat(parameter(upload.url(), "X-Amz-SignedHeaders").split(";", -1))
        .containsExactlyInAnyOrder(
            "content-length", "content-type", "host", "if-none-match", "x-amz-checksum-sha256");
    assertThat(query(upload.url())).containsEntry("X-Amz-Security-Token", "TOKEN");
    assertThat(upload.expiresAt().truncatedTo(ChronoUnit.SECONDS))
        .isEqualTo(signedAt(upload.url()).plus(Duration.ofMinutes(15)));
    assertThat(parameter(upload.url(), "X-Amz-Expires")).isEqualTo("900");
  }

  @Test
  void aDownloadIsSavedUnderTheNameItsContentDemands() {
    Download download =
        new Downloads(presigner, "documents")
            .link(KEY, FileName.of("plan.exe"), FileType.PDF, false);

    assertThat(query(download.url()))
        .containsEntry("response-content-type", "application/pdf")
        .containsEntry(
            "response-content-disposition",
            "attachment; filename=\"plan.exe.pdf\"; filename*=UTF-8''plan.exe.pdf");
    assertThat(download.expiresAt().truncatedTo(ChronoUnit.SECONDS))
        .isEqualTo(signedAt(download.url()).plus(Duration.ofMinutes(2)));
    assertThat(parameter(download.url(), "X-Amz-Expires")).isEqualTo("120");
  }

  @Test
  void onlyWhatBrowsersShowSafelyIsShown() {
    Downloads downloads = new Downloads(presigner, "documents");

    Map<FileType, String> dispositions =
        Stream.of(FileType.values())
            .collect(
                Collectors.toMap(
                    type -> type,
                    type ->
                        parameter(
                                downloads.link(KEY, FileName.of("a"), type, true).url(),
                                "response-content-disposition")
                            .split(";", -1)[0]));

    assertThat(dispositions)
        .isEqualTo(
            Map.of(
                FileType.PDF, "inline",
                FileType.JPEG, "inline",
                FileType.PNG, "inline",
                FileType.HEIC, "attachment",
                FileType.TIFF, "attachment"));
  }

  @Test
  void everyFieldOfAnAnnouncementThatBreaksTheRuleIsNamedAtOnce() {
    assertThatThrownBy(() -> announced("a", "image/png", 1001))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.details().errors())
                    .extracting(Problem.FieldError::field)
                    .containsExactly("type", "bytes"));
    assertThatThrownBy(() -> announced("a", "image/jpeg", 0)).isInstanceOf(Problem.class);
    assertThat(announced("a", "image/jpeg", 1000).name().label()).isEqualTo("a.jpg");
  }

  @Test
  void aChecksumIsTheBase64Of32Bytes() {
    assertThat(SHA256).matches(AnnouncedFile.SHA256);
    assertThat("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=").doesNotMatch(AnnouncedFile.SHA256);
    assertThat("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        .doesNotMatch(AnnouncedFile.SHA256);
  }

  @Test
  void onlyKeysOfThePortalsShapeAreKeys() {
    assertThat(ObjectKey.of(KEY.path())).contains(KEY);
    assertThat(ObjectKey.of("Draft/" + KEY.ownerId() + "/" + KEY.fileId())).isEmpty();
    assertThat(ObjectKey.of(KEY.path() + "/x")).isEmpty();
    assertThat(ObjectKey.of("draft/../" + KEY.fileId())).isEmpty();
    assertThatThrownBy(() -> new ObjectKey("draft", "..", KEY.fileId()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Returns the time of the link's signature, in full seconds. */
  private static Instant signedAt(String url) {
    return LocalDateTime.parse(
            parameter(url, "X-Amz-Date"), DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'"))
        .toInstant(ZoneOffset.UTC);
  }

  private static String parameter(String url, String name) {
    return Objects.requireNonNull(query(url).get(name), name);
  }

  private static Map<String, String> query(String url) {
    return Stream.of(URI.create(url).getRawQuery().split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static AnnouncedFile announced(String name, String type, long bytes) {
    return AnnouncedFile.checked(
        RULE, new UploadRequest("photo", null, name, type, bytes, SHA256, null), List.of());
  }
}
