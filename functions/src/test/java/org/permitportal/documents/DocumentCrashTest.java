package org.permitportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.crash.CrashPoints;
import org.permitportal.crash.CrashPoints.Run;
import org.permitportal.files.ObjectKey;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.Sent;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.permits.APermit;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;

/** Interrupts the operations on documents at each AWS call. */
class DocumentCrashTest {
  private static final AnAccount ANA = AnAccount.confirmed();
  private static ApplicationContext beans;

  @BeforeAll
  static void start() {
    beans = TheBeans.of("RemoveDocumentFunction");
  }

  @AfterAll
  static void stop() {
    beans.close();
  }

  /** A party requests an upload and sends the document. */
  private record Announcing(ItsDocuments documents, String key, Set<String> before) implements Run {
    static Announcing on(ItsDocuments documents) {
      return new Announcing(documents, "key-" + UUID.randomUUID(), documents.ids());
    }

    @Override
    public void act() {
      announcing().send();
    }

    @Override
    public void again() {
      JsonNode awaited = announcing().expect(201).body();
      String id = awaited.path("documentId").asText();
      assertThat(added()).containsExactly(id);
      Sent.of(awaited.path("upload")).bytes(TestFiles.PHOTO_JPEG.bytes()).expect(200);
      assertThat(documents.checked(id).path("state").asText()).isEqualTo("READY");
    }

    /**
     * Checks that the document, if it exists, is still awaited. It takes a slot as long as it is
     * awaited.
     */
    @Override
    public void left() {
      for (String id : added()) {
        assertThat(documents.find(id).orElseThrow().path("state").asText()).isEqualTo("PENDING");
      }
    }

    private ApiCall announcing() {
      return documents.announcing(TestFiles.PHOTO_JPEG).header("idempotency-key", key);
    }

    private Set<String> added() {
      Set<String> now = documents.ids();
      assertThat(roomTaken(documents.permit()))
          .as("what takes room is counted")
          .isEqualTo(now.size());
      now.removeAll(before);
      assertThat(now).hasSizeLessThan(2);
      return now;
    }
  }

  /** The portal checks a document that has arrived. */
  private record Checking(ItsDocuments documents, TestFiles file, String id, long taken)
      implements Run {
    static Checking on(ItsDocuments documents, TestFiles file) {
      JsonNode awaited = documents.announcing(file).expect(201).body();
      String id = awaited.path("documentId").asText();
      AnArrival arrival = new AnArrival(beans, new ObjectKey("permit", documents.permit(), id));
      arrival.unseen(Sent.of(awaited.path("upload")).bytes(file.bytes()));
      return new Checking(documents, file, id, roomTaken(documents.permit()));
    }

    private AnArrival arrival() {
      return new AnArrival(beans, new ObjectKey("permit", documents.permit(), id));
    }

    @Override
    public void act() {
      arrival().toldOrFails();
    }

    @Override
    public void again() {
      arrival().told();
      arrival().told();
      boolean good = file == TestFiles.PHOTO_JPEG;
      JsonNode document = documents.find(id).orElseThrow();
      assertThat(document.path("state").asText()).isEqualTo(good ? "READY" : "REFUSED");
      assertThat(document.path("reason").asText()).isEqualTo(good ? "" : "DAMAGED_IMAGE");
      assertThat(arrival().stored()).isEqualTo(good);
      assertThat(roomTaken(documents.permit())).isEqualTo(good ? taken : taken - 1);
      assertThat(documents.opened().path("events").findParents("kind"))
          .filteredOn(event -> event.at("/values/document").asText().equals(id))
          .as("told once")
          .hasSize(1);
    }
  }

  @Test
  void anAnnouncedDocumentIsOneHoweverOftenItIsAskedFor() {
    ItsDocuments documents = onAPermit();
    assertThat(CrashPoints.of("RequestUploadFunction", () -> Announcing.on(documents))).hasSize(4);
    ThePortal.clock().pass(Duration.ofHours(9));
    ItsDocuments later = new ItsDocuments(documents.permit(), ANA.signedIn().accessToken());
    assertThat(later.opened().path("documents").findValuesAsText("state"))
        .as("those that nobody sent are awaited no more")
        .isNotEmpty()
        .containsOnly("READY");
  }

  @Test
  void aCheckIsRecordedOnceAndWhatIsRefusedIsGone() {
    ItsDocuments documents = onAPermit();
    assertThat(
            CrashPoints.ofTrigger(
                "CheckUploadFunction", () -> Checking.on(documents, TestFiles.PHOTO_JPEG)))
        .hasSize(4);
    assertThat(
            CrashPoints.ofTrigger(
                "CheckUploadFunction", () -> Checking.on(documents, TestFiles.TRUNCATED_JPEG)))
        .hasSize(6);
  }

  private static ItsDocuments onAPermit() {
    String permit = APermit.row().imported();
    APermit.link(permit, ANA);
    return new ItsDocuments(permit, ANA.signedIn().accessToken());
  }

  /** Returns the number of slots that the permit counts as taken. */
  private static long roomTaken(String permit) {
    Table table = beans.getBean(Tables.class).named("permits");
    Item counts = table.get("PERMIT#" + permit, "FILE").orElse(Item.of("", ""));
    return new TreeSet<>(counts.names())
        .stream().filter(name -> name.startsWith("of_")).mapToLong(counts::number).sum();
  }
}
