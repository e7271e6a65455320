package org.permitportal.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.contract.Yaml;
import org.permitportal.files.Downloads;
import org.permitportal.files.FileName;
import org.permitportal.files.FileType;
import org.permitportal.files.ObjectKey;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.ApiCall.Answer;
import org.permitportal.journey.Eventually;
import org.permitportal.journey.ItsFiles;
import org.permitportal.journey.Sent;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.lambda.FunctionError;
import org.permitportal.localstack.AtOnce;
import org.permitportal.platform.Table;
import org.permitportal.platform.Write;

/**
 * Tests that people can upload and remove files of a registration, and that the portal checks the
 * files.
 */
class AttachmentJourneyTest {
  private static final String NO_SUCH_FILE = "01JZ0000000000000000000000";

  @ParameterizedTest
  @EnumSource(
      value = TestFiles.class,
      names = {
        "PLAIN_PDF",
        "OWNER_PASSWORD_PDF",
        "PHOTO_JPEG",
        "PICTURE_PNG",
        "PHOTO_HEIC",
        "BIG_ENDIAN_TIFF"
      })
  void aGoodFileBecomesReadyAndCanBeFetchedAgain(TestFiles file) {
    ADraft draft = ADraft.started();
    String fileId = ItsFiles.of(draft).uploaded(file);

    JsonNode checked = ItsFiles.of(draft).checked(fileId);

    assertThat(checked.path("state").asText()).isEqualTo("READY");
    assertThat(checked.path("name").asText()).isEqualTo(file.fileName());
    assertThat(checked.has("reason")).isFalse();
    try (ApplicationContext context = TheBeans.of("CheckUploadFunction")) {
      var link =
          context
              .getBean(Downloads.class)
              .link(
                  new ObjectKey("draft", draft.id(), fileId),
                  FileName.of("año \"1\".x"),
                  FileType.PDF,
                  false);
      var fetched = Sent.get(link.url());
      assertThat(fetched.statusCode()).isEqualTo(200);
      assertThat(fetched.body()).isEqualTo(file.bytes());
      assertThat(fetched.headers().firstValue("content-disposition").orElseThrow())
          .isEqualTo(
              "attachment; filename=\"ano _1_.x.pdf\"; filename*=UTF-8''a%C3%B1o%20_1_.x.pdf");
      assertThat(fetched.headers().firstValue("content-type")).contains("application/pdf");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ENCRYPTED_PDF,ENCRYPTED_PDF",
    "CERTIFICATE_PDF,ENCRYPTED_PDF",
    "PORTFOLIO_PDF,PDF_PORTFOLIO",
    "TRUNCATED_PDF,DAMAGED_PDF",
    "MANY_PAGES_PDF,TOO_MANY_PAGES",
    "INFLATING_PDF,DAMAGED_PDF",
    "HTML_IN_FRONT_PDF,TYPE_DIFFERS",
    "EXECUTABLE_NAMED_PDF,TYPE_DIFFERS",
    "TRUNCATED_JPEG,DAMAGED_IMAGE",
    "TRUNCATED_TIFF,DAMAGED_IMAGE"
  })
  void aBadFileIsRefusedWithItsReasonAndItsObjectDeleted(TestFiles file, String reason) {
    ADraft draft = ADraft.started();
    String fileId = ItsFiles.of(draft).uploaded(file);

    JsonNode checked = ItsFiles.of(draft).checked(fileId);

    assertThat(checked.path("state").asText()).isEqualTo("REFUSED");
    assertThat(checked.path("reason").asText()).isEqualTo(reason);
    goneFromTheBucket(draft, fileId);
  }

  @Test
  void whatTheCityDoesNotTakeIsRefusedBeforeItIsSent() {
    ADraft draft = ADraft.started();
    String sha256 = TestFiles.PLAIN_PDF.sha256();

    Answer answer =
        draft
            .call("requestAttachment")
            .json(
                "kind",
                "diploma",
                "name",
                "a.exe",
                "type",
                "application/x-msdownload",
                "bytes",
                26_214_401,
                "sha256",
                sha256)
            .expect(400);
    assertThat(answer.errors())
        .containsExactly("kind INVALID", "type INVALID", "bytes OUT_OF_RANGE");
    assertThat(
            draft
                .call("requestAttachment")
                .json(
                    "kind", "photo-id", "name", "a\u0000", "type", "pdf", "bytes", 0, "sha256", "x")
                .header("idempotency-key", "short")
                .expect(400)
                .errors())
        .containsExactlyInAnyOrder(
            "Idempotency-Key INVALID",
            "bytes OUT_OF_RANGE",
            "name INVALID",
            "sha256 INVALID",
            "type INVALID");
  }

  @Test
  void manyFilesCanBeAskedForAtOnceButNotMoreThanTheCitySays() throws Exception {
    ADraft draft = ADraft.started();
    Callable<Integer> asking = () -> ItsFiles.of(draft).asking(TestFiles.PLAIN_PDF).send().status();
    List<Integer> statuses = AtOnce.run(Collections.nCopies(14, asking));
    assertThat(statuses).containsOnly(201, 409);
    assertThat(statuses.stream().filter(s -> s == 201)).hasSize(10);
    assertThat(ItsFiles.of(draft).asking(TestFiles.PLAIN_PDF).expect(409).code())
        .isEqualTo("TOO_MANY_FILES");

    JsonNode files = draft.call("getRegistration").expect(200).body().path("attachments");
    assertThat(files).hasSize(10);
    draft.call("removeAttachment").path("fileId", files.at("/0/fileId").asText()).expect(204);
    ItsFiles.of(draft).asking(TestFiles.PLAIN_PDF).expect(201);
  }

  @Test
  void whatIsRefusedOrRemovedGivesItsPlaceBackOnce() throws Exception {
    ADraft draft = ADraft.started();
    ItsFiles files = ItsFiles.of(draft);
    String bad = files.uploaded(TestFiles.ENCRYPTED_PDF);
    files.checked(bad);
    String first = files.asking(TestFiles.PLAIN_PDF).expect(201).text("/fileId");
    for (int i = 0; i < 9; i++) {
      files.asking(TestFiles.PLAIN_PDF).expect(201);
    }
    files.asking(TestFiles.PLAIN_PDF).expect(409);
    Callable<Integer> removing =
        () -> draft.call("removeAttachment").path("fileId", first).send().status();
    assertThat(AtOnce.run(Collections.nCopies(4, removing))).containsOnly(204);
    draft.call("removeAttachment").path("fileId", bad).expect(204);
    files.asking(TestFiles.PLAIN_PDF).expect(201);
    files.asking(TestFiles.PLAIN_PDF).expect(409);
  }

  @Test
  void aRepeatedRequestNeedsNoPlaceAndWhatNeverCameMakesRoom() {
    ADraft draft = ADraft.started();
    ItsFiles files = ItsFiles.of(draft);
    ApiCall keyed = files.asking(TestFiles.PLAIN_PDF).header("idempotency-key", "license-1");
    keyed.expect(201);
    for (int i = 1; i < 10; i++) {
      files.asking(TestFiles.PLAIN_PDF).expect(201);
    }
    keyed.expect(201);
    files.asking(TestFiles.PLAIN_PDF).expect(409);
    ThePortal.clock().pass(Duration.ofHours(9));
    files.asking(TestFiles.PLAIN_PDF).expect(201);
    assertThat(keyed.expect(409).code()).isEqualTo("KEY_REUSED");
  }

  @Test
  void whoAsksAndRemovesWithoutEndIsRefusedAndLeavesNothing() {
    ADraft draft = ADraft.started();
    ItsFiles files = ItsFiles.of(draft);
    files.asking(TestFiles.PLAIN_PDF).expect(201);
    try (ApplicationContext beans = TheBeans.of("RequestAttachmentFunction")) {
      Write asked =
          beans
              .getBean(RegistrationStore.class)
              .table()
              .update(RegistrationStore.pk(draft.id()), RegistrationStore.SORT);
      assertThat(Table.run(asked.set("fileChanges", 300))).isTrue();
    }
    for (int i = 0; i < 12; i++) {
      assertThat(files.asking(TestFiles.PLAIN_PDF).expect(409).code()).isEqualTo("TOO_MANY_FILES");
    }
    assertThat(draft.call("getRegistration").expect(200).body().path("attachments")).hasSize(1);
  }

  @Test
  void aRepeatedRequestIsTheSameFile() {
    ADraft draft = ADraft.started();
    long version = draft.call("getRegistration").expect(200).version();
    Answer first =
        ItsFiles.of(draft)
            .asking(TestFiles.PLAIN_PDF)
            .header("idempotency-key", "license-1")
            .expect(201);
    Answer again =
        ItsFiles.of(draft)
            .asking(TestFiles.PLAIN_PDF)
            .header("idempotency-key", "license-1")
            .expect(201);
    assertThat(again.text("/fileId")).isEqualTo(first.text("/fileId"));
    assertThat(
            ItsFiles.of(draft)
                .asking(TestFiles.PHOTO_JPEG)
                .header("idempotency-key", "license-1")
                .expect(409)
                .code())
        .isEqualTo("KEY_REUSED");

    Sent.of(again.body().path("upload")).bytes(TestFiles.PLAIN_PDF.bytes()).expect(200);
    ItsFiles.of(draft).checked(first.text("/fileId"));
    Answer late =
        ItsFiles.of(draft)
            .asking(TestFiles.PLAIN_PDF)
            .header("idempotency-key", "license-1")
            .expect(201);
    assertThat(late.body().has("upload")).isFalse();
    Answer now = draft.call("getRegistration").expect(200);
    assertThat(now.body().path("attachments")).hasSize(1);
    assertThat(now.version()).isEqualTo(version);
  }

  @Test
  void aRemovedFileIsGoneAndWhatArrivesForItLaterToo() {
    ADraft draft = ADraft.started();
    String ready = ItsFiles.of(draft).uploaded(TestFiles.PLAIN_PDF);
    ItsFiles.of(draft).checked(ready);
    Answer asked = ItsFiles.of(draft).asking(TestFiles.PLAIN_PDF).expect(201);
    String pending = asked.text("/fileId");

    for (String fileId : List.of(ready, pending, ready, NO_SUCH_FILE)) {
      draft.call("removeAttachment").path("fileId", fileId).expect(204);
    }
    assertThat(ItsFiles.of(draft).file(ready)).isEmpty();
    goneFromTheBucket(draft, ready);

    Sent.of(asked.body().path("upload")).bytes(TestFiles.PLAIN_PDF.bytes()).expect(200);
    goneFromTheBucket(draft, pending);
    assertThat(ItsFiles.of(draft).file(pending)).isEmpty();
    draft.call("removeAttachment").path("fileId", "../x").expect(400);
  }

  @Test
  void anEventDeliveredTwiceOrLateChangesNothingMore() throws Exception {
    ADraft draft = ADraft.started();
    String good = ItsFiles.of(draft).uploaded(TestFiles.PLAIN_PDF);
    String bad = ItsFiles.of(draft).uploaded(TestFiles.ENCRYPTED_PDF);
    JsonNode ready = ItsFiles.of(draft).checked(good);
    JsonNode refused = ItsFiles.of(draft).checked(bad);
    goneFromTheBucket(draft, bad);

    for (String fileId : List.of(good, good, bad, NO_SUCH_FILE)) {
      arrived("draft/" + draft.id() + "/" + fileId);
    }
    arrived("exports/2026.csv");

    assertThat(ItsFiles.of(draft).file(good)).contains(ready);
    assertThat(ItsFiles.of(draft).file(bad)).contains(refused);
    assertThat(Sent.get(link(draft, good)).statusCode()).isEqualTo(200);
  }

  @Test
  void aFileThatCanNeverBeCheckedIsRefusedInTheEnd() throws Exception {
    ADraft draft = ADraft.started();
    String fileId = ItsFiles.of(draft).asking(TestFiles.PLAIN_PDF).expect(201).text("/fileId");
    String key = "draft/" + draft.id() + "/" + fileId;

    for (int run = 1; run <= 2; run++) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> arrived(key))
          .isInstanceOf(FunctionError.class);
      assertThat(ItsFiles.of(draft).file(fileId).orElseThrow().path("state").asText())
          .isEqualTo("PENDING");
    }
    arrived(key);

    JsonNode refused = ItsFiles.of(draft).file(fileId).orElseThrow();
    assertThat(refused.path("state").asText()).isEqualTo("REFUSED");
    assertThat(refused.path("reason").asText()).isEqualTo("UNCHECKED");
  }

  @Test
  void anothersOrAnEndedRegistrationTakesNoFiles() {
    ADraft draft = ADraft.started();
    ADraft other = ADraft.started();
    String fileId = ItsFiles.of(draft).asking(TestFiles.PLAIN_PDF).expect(201).text("/fileId");
    ApiCall.of("requestAttachment")
        .draft(other.id(), "not-its-token")
        .json(
            "kind",
            "photo-id",
            "name",
            "a",
            "type",
            "image/png",
            "bytes",
            1,
            "sha256",
            TestFiles.PLAIN_PDF.sha256())
        .expect(404);
    ApiCall.of("removeAttachment")
        .draft(draft.id(), "not-its-token")
        .path("fileId", fileId)
        .expect(404);
    other.call("removeAttachment").path("fileId", fileId).expect(204);
    assertThat(ItsFiles.of(draft).file(fileId)).isPresent();

    ThePortal.clock().pass(Duration.ofDays(8));
    assertThat(ItsFiles.of(draft).asking(TestFiles.PLAIN_PDF).expect(410).code())
        .isEqualTo("REGISTRATION_EXPIRED");
    draft.call("removeAttachment").path("fileId", fileId).expect(410);
  }

  private static void arrived(String key) throws Exception {
    ObjectNode event =
        (ObjectNode)
            new ObjectMapper().readTree(Yaml.ROOT.resolve("events/checkUpload.json").toFile());
    ((ObjectNode) event.at("/detail/object")).put("key", key);
    ThePortal.stack().invoke("CheckUploadFunction", event);
  }

  private static void goneFromTheBucket(ADraft draft, String fileId) {
    Eventually.get(
        "the object's removal",
        () ->
            Sent.get(link(draft, fileId)).statusCode() == 404
                ? java.util.Optional.of(true)
                : java.util.Optional.empty());
  }

  private static String link(ADraft draft, String fileId) {
    try (ApplicationContext context = TheBeans.of("CheckUploadFunction")) {
      return context
          .getBean(Downloads.class)
          .link(new ObjectKey("draft", draft.id(), fileId), FileName.of("a"), FileType.PDF, false)
          .url();
    }
  }
}
