package org.permitportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.permitportal.files.FileRecord;
import org.permitportal.files.FileRecord.State;
import org.permitportal.files.FileStore;
import org.permitportal.files.ObjectKey;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.Eventually;
import org.permitportal.journey.Sent;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.localstack.AtOnce;
import org.permitportal.permits.APermit;
import org.permitportal.platform.Table;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Tests that parties can remove documents from a permit. A removed document frees a slot. */
class RemovalJourneyTest {
  private final APermit row = APermit.row().with("StatusCurrent", "Corrections Required");
  private final String permit = row.imported();
  private final AnAccount ana = AnAccount.confirmed();
  private final ItsDocuments documents = linked(ana);

  @Test
  void oneThatNeverArrivedCanBeRemovedAndWhatArrivesLaterGoes() {
    JsonNode awaited = documents.announcing(TestFiles.PHOTO_JPEG).expect(201).body();
    String id = awaited.path("documentId").asText();
    assertThat(documents.find(id).orElseThrow().path("removable").asBoolean()).isTrue();
    documents.removing(id).expect(204);
    assertThat(documents.find(id)).isEmpty();
    assertThat(removals()).containsExactly(id);
    documents.removing(id).expect(204);
    assertThat(removals()).as("again").containsExactly(id);
    Sent.of(awaited.path("upload")).bytes(TestFiles.PHOTO_JPEG.bytes()).expect(200);
    goes(id);
    download(id).expect(404);
  }

  @Test
  void aRefusedOneCanBeRemoved() {
    String id = documents.sent(TestFiles.TRUNCATED_JPEG);
    assertThat(documents.find(id).orElseThrow().path("state").asText()).isEqualTo("REFUSED");
    documents.removing(id).expect(204);
    assertThat(documents.find(id)).isEmpty();
  }

  @Test
  void aGoodOneCanBeRemovedSoonWhileItIsTheApplicantsMove() {
    String id = documents.sent(TestFiles.PHOTO_JPEG);
    assertThat(documents.find(id).orElseThrow().path("removable").asBoolean()).isTrue();
    assertThat(stored(id)).isTrue();
    documents.removing(id).expect(204);
    assertThat(stored(id)).isFalse();
    assertThat(documents.find(id)).isEmpty();
  }

  @Test
  void aGoodOneStaysOnceTheCityHasToAct() {
    String id = documents.sent(TestFiles.PHOTO_JPEG);
    row.with("StatusCurrent", "In Review").with("StatusDate", "2019-04-01").imported();
    assertThat(documents.find(id).orElseThrow().path("removable").asBoolean()).isFalse();
    assertThat(documents.removing(id).expect(409).code()).isEqualTo("DOCUMENT_IN_USE");
    assertThat(stored(id)).isTrue();
    assertThat(removals()).isEmpty();
  }

  @Test
  void aGoodOneStaysAfterAWhile() {
    String id = documents.sent(TestFiles.PHOTO_JPEG);
    ThePortal.clock().pass(Duration.ofMinutes(16));
    ItsDocuments later = new ItsDocuments(permit, ana.signedIn().accessToken());
    assertThat(later.find(id).orElseThrow().path("removable").asBoolean()).isFalse();
    assertThat(later.removing(id).expect(409).code()).isEqualTo("DOCUMENT_IN_USE");
  }

  @Test
  void onlyWhoAddedItTakesItAway() {
    String id = documents.announcing(TestFiles.PHOTO_JPEG).expect(201).text("/documentId");
    AnAccount ben = AnAccount.confirmed();
    String stranger = ben.signedIn().accessToken();
    new ItsDocuments(permit, stranger).removing(id).expect(404);
    ItsDocuments bens = linked(ben);
    assertThat(bens.find(id).orElseThrow().path("removable").asBoolean()).isFalse();
    assertThat(bens.removing(id).expect(403).code()).isEqualTo("NOT_YOUR_DOCUMENT");
    documents.removing("42").expect(400);
    ApiCall.of("removeDocument").path("permitId", permit).path("documentId", id).expect(401);
    assertThat(documents.find(id)).isPresent();
  }

  @Test
  void aRemovalThatBrokeOffIsFinishedWhenRepeated() {
    String id = documents.sent(TestFiles.PHOTO_JPEG);
    try (ApplicationContext beans = TheBeans.of("RemoveDocumentFunction")) {
      FileStore store = beans.getBean(PermitFiles.class).files();
      FileRecord good = store.find(permit, id).orElseThrow();
      assertThat(Table.run(store.become(good, State.REMOVED))).isTrue();
      assertThat(documents.find(id)).as("nobody sees it").isEmpty();
      download(id).expect(404);
      assertThat(stored(id)).isTrue();
      documents.removing(id).expect(204);
      assertThat(stored(id)).isFalse();
      assertThat(store.find(permit, id)).isEmpty();
    }
  }

  @Test
  void ofManyAskedForAtOnceAHundredFitAndEachRefusedOrRemovedMakesRoomForOne() throws Exception {
    String bad = documents.announcing(TestFiles.TRUNCATED_JPEG).expect(201).text("/documentId");
    documents.removing(bad).expect(204);
    List<ApiCall.Answer> asked =
        AtOnce.run(
            Collections.nCopies(120, () -> documents.announcing(TestFiles.PHOTO_JPEG).send()));
    List<ApiCall.Answer> taken = asked.stream().filter(a -> a.status() == 201).toList();
    assertThat(taken).hasSize(100);
    assertThat(asked.stream().filter(a -> a.status() != 201))
        .hasSize(20)
        .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("TOO_MANY_DOCUMENTS"));
    documents.removing(taken.getFirst().text("/documentId")).expect(204);
    String refused = documents.sent(TestFiles.TRUNCATED_JPEG);
    assertThat(documents.find(refused).orElseThrow().path("state").asText()).isEqualTo("REFUSED");
    documents.announcing(TestFiles.PHOTO_JPEG).expect(201);
    documents.announcing(TestFiles.PHOTO_JPEG).expect(409);

    ThePortal.clock().pass(Duration.ofHours(9));
    ItsDocuments later = new ItsDocuments(permit, ana.signedIn().accessToken());
    assertThat(later.opened().path("documents").findValuesAsText("documentId"))
        .as("none of them came")
        .containsExactly(refused);
    later.announcing(TestFiles.PHOTO_JPEG).expect(201);
    ThePortal.clock().pass(Duration.ofDays(31));
    ItsDocuments muchLater = new ItsDocuments(permit, ana.signedIn().accessToken());
    assertThat(muchLater.opened().path("documents")).isEmpty();
  }

  private ItsDocuments linked(AnAccount account) {
    APermit.link(permit, account);
    return new ItsDocuments(permit, account.signedIn().accessToken());
  }

  private ApiCall download(String document) {
    return ApiCall.of("downloadDocument")
        .bearer(documents.token())
        .path("permitId", permit)
        .path("documentId", document);
  }

  private List<String> removals() {
    List<String> removed = new java.util.ArrayList<>();
    for (JsonNode event : documents.opened().path("events")) {
      if (event.path("kind").asText().equals("DOCUMENT_REMOVED")) {
        removed.add(event.at("/values/document").asText());
      }
    }
    return removed;
  }

  private ObjectKey key(String document) {
    return new ObjectKey("permit", permit, document);
  }

  private void goes(String document) {
    Eventually.get("the object to go", () -> Optional.of(document).filter(id -> !stored(id)));
  }

  private boolean stored(String document) {
    try (ApplicationContext beans = TheBeans.of("RemoveDocumentFunction")) {
      beans
          .getBean(S3Client.class)
          .headObject(
              h ->
                  h.bucket(ThePortal.stack().physicalId("DocumentsBucket"))
                      .key(key(document).path()));
      return true;
    } catch (NoSuchKeyException _) {
      return false;
    }
  }
}
