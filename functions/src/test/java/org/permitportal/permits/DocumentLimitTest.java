package org.permitportal.permits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.files.FileName;
import org.permitportal.files.FileType;
import org.permitportal.files.RefusalReason;
import org.permitportal.journey.ThePortal;
import org.permitportal.localstack.AtOnce;
import org.permitportal.localstack.Backend;
import org.permitportal.permits.Document.State;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Transaction;

/** A permit has a limit of documents for each file rule: fifty plans in the sample city. */
@ParameterizedClass
@EnumSource(Backend.class)
class DocumentLimitTest {
  private static final int MOST = 50;
  private static final Duration LONG_AGO = Duration.ofHours(9);

  @Parameter Backend backend;
  private ApplicationContext beans;
  private DocumentLimit documentLimit;
  private DocumentStore documents;
  private String permit;

  @BeforeEach
  void open() {
    beans = backend.beans("RequestUploadFunction");
    documentLimit = beans.getBean(DocumentLimit.class);
    documents = beans.getBean(DocumentStore.class);
    permit = beans.getBean(Ids.class).ulid();
  }

  @AfterEach
  void close() {
    if (beans != null) {
      beans.close();
    }
  }

  @Test
  void ofManyAnnouncedAtOnceExactlyAsManyGetInAsThereIsRoomFor() throws Exception {
    for (int round = 0; round < 5; round++) {
      permit = beans.getBean(Ids.class).ulid();
      assertThat(announcedAtOnce(MOST + 25)).as("round " + round).isEqualTo(MOST);
      assertThat(documents.list(permit).documents()).hasSize(MOST);
    }
  }

  @Test
  void whatNeverArrivedMakesRoomForExactlyAsMany() throws Exception {
    announced(MOST - 20, LONG_AGO);
    announced(20, Duration.ZERO);
    assertThat(announcedAtOnce(MOST)).isEqualTo(MOST - 20);
    assertThat(announcedAtOnce(10)).isZero();
  }

  @Test
  void whatTheTableDeletedByItselfMakesRoom() throws Exception {
    List<Document> ended = announced(MOST, LONG_AGO);
    ended.subList(0, 7).forEach(one -> documents.delete(one.key()));
    assertThat(announcedAtOnce(MOST + 5)).isEqualTo(MOST);
  }

  @Test
  void aRefusedOneMakesRoomForOneAndAGoodOneDoesNot() throws Exception {
    List<Document> all = announced(MOST, Duration.ZERO);
    Instant now = ThePortal.clock().instant();
    Document good = all.getFirst();
    Document bad = all.getLast();
    assertThat(new Transaction().with(documents.ready(good.key(), now)).run()).isEmpty();
    assertThat(announcedAtOnce(3)).isZero();
    assertThat(
            new Transaction()
                .with(documents.refused(bad.key(), RefusalReason.EMPTY, now))
                .with(documents.give(permit, "plans"))
                .run())
        .isEmpty();
    assertThat(announcedAtOnce(3)).isEqualTo(1);
    assertThat(documents.find(good.key()).orElseThrow().checkedAt()).isNotNull();
  }

  @Test
  void theSameDocumentTwiceTakesRoomOnce() {
    Document one = document(Duration.ZERO);
    assertThat(documentLimit.announce(one, "plans")).isEqualTo(one);
    assertThat(documentLimit.announce(one, "plans").id()).isEqualTo(one.id());
    assertThat(documents.list(permit).version()).isEqualTo(1);
  }

  @Test
  void whatHasEndedCanNeitherBecomeGoodNorRefused() {
    Document late = announced(1, LONG_AGO).getFirst();
    Instant now = ThePortal.clock().instant();
    assertThat(documents.countCheck(late.key(), now)).isEmpty();
    assertThat(new Transaction().with(documents.ready(late.key(), now)).run()).hasSize(1);
    assertThat(
            new Transaction().with(documents.refused(late.key(), RefusalReason.EMPTY, now)).run())
        .hasSize(1);
  }

  @Test
  void aFullListOfOneRuleLeavesRoomUnderTheOther() {
    announced(MOST, Duration.ZERO);
    Document another = document(Duration.ZERO);
    assertThatThrownBy(() -> documentLimit.announce(another, "plans"))
        .isInstanceOfSatisfying(
            Problem.class,
            refused -> assertThat(refused.code()).isEqualTo(PermitProblem.TOO_MANY_DOCUMENTS));
    assertThat(documentLimit.announce(another, "documents")).isEqualTo(another);
  }

  private List<Document> announced(int count, Duration ago) {
    return Stream.generate(() -> documentLimit.announce(document(ago), "plans"))
        .limit(count)
        .toList();
  }

  /** How many of them got in; the others are told that there is no room. */
  private long announcedAtOnce(int count) throws Exception {
    Callable<Boolean> one =
        () -> {
          try {
            documentLimit.announce(document(Duration.ZERO), "plans");
            return true;
          } catch (Problem refused) {
            assertThat(refused.code()).isEqualTo(PermitProblem.TOO_MANY_DOCUMENTS);
            return false;
          }
        };
    return AtOnce.run(Collections.nCopies(count, one)).stream().filter(in -> in).count();
  }

  private Document document(Duration ago) {
    return new Document(
        permit,
        beans.getBean(Ids.class).ulid(),
        "site-plan",
        new FileName("plan.pdf"),
        FileType.PDF,
        1000,
        "sha",
        State.PENDING,
        null,
        "account-1",
        "user-1",
        ThePortal.clock().instant().minus(ago),
        null);
  }
}
