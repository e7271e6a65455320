package org.permitportal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Clock;
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
import org.permitportal.files.FileRecord.State;
import org.permitportal.files.FileRecord.Uploader;
import org.permitportal.journey.ThePortal;
import org.permitportal.localstack.AtOnce;
import org.permitportal.localstack.Backend;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Table;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/**
 * Tests the limit of files that an owner can have under each file rule, such as fifty plans for a
 * permit in the sample city.
 */
@ParameterizedClass
@EnumSource(Backend.class)
class FileLimitTest {
  private static final int MOST = 50;
  private static final Duration LONG_AGO = Duration.ofHours(9);

  @Parameter Backend backend;
  private ApplicationContext beans;
  private FileOwner owner;
  private FileLifecycle lifecycle;
  private String permit;

  @BeforeEach
  void open() {
    beans = backend.beans("RequestUploadFunction");
    owner =
        beans.getBeansOfType(FileOwner.class).stream()
            .filter(one -> one.files().prefix().equals("permit"))
            .findFirst()
            .orElseThrow();
    lifecycle = beans.getBean(FileLifecycle.class);
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
      assertThat(owner.files().counted(permit).files()).hasSize(MOST);
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
    List<FileRecord> ended = announced(MOST, LONG_AGO);
    ended.subList(0, 7).forEach(owner.files()::delete);
    assertThat(announcedAtOnce(MOST + 5)).isEqualTo(MOST);
  }

  @Test
  void filesThatWereNeverCountedAreCountedEvenAfterOneOfThemWentAway() throws Exception {
    for (int i = 0; i < MOST - 2; i++) {
      FileRecord file = file(Duration.ZERO);
      assertThat(Table.run(owner.files().create(file, item -> item))).isTrue();
      if (i == 0) {
        Write removed = owner.files().become(file, State.REMOVED);
        Write released = owner.files().release(permit, "plans");
        assertThat(new Transaction().with(removed).with(released).run()).isEmpty();
      }
    }
    assertThat(announcedAtOnce(5)).isEqualTo(3);
  }

  @Test
  void aRefusedOneMakesRoomForOneAndAGoodOneDoesNot() throws Exception {
    List<FileRecord> all = announced(MOST, Duration.ZERO);
    Instant now = ThePortal.clock().instant();
    FileRecord good = all.getFirst();
    FileRecord bad = all.getLast();
    assertThat(Table.run(owner.files().checked(good, State.READY, now))).isTrue();
    assertThat(announcedAtOnce(3)).isZero();
    assertThat(
            new Transaction()
                .with(owner.files().checked(bad, State.REFUSED, now))
                .with(owner.files().release(permit, "plans"))
                .run())
        .isEmpty();
    assertThat(announcedAtOnce(3)).isEqualTo(1);
    assertThat(owner.files().find(permit, good.id()).orElseThrow().checkedAt()).isNotNull();
  }

  @Test
  void theSameFileTwiceTakesRoomOnce() {
    FileRecord one = file(Duration.ZERO);
    assertThat(lifecycle.announce(owner, one)).isNotNull();
    assertThat(lifecycle.announce(owner, one)).isNotNull();
    assertThat(owner.files().counted(permit).version()).isEqualTo(1);
  }

  @Test
  void whatHasEndedCanNeitherBecomeGoodNorRefused() {
    FileRecord late = announced(1, LONG_AGO).getFirst();
    Instant now = ThePortal.clock().instant();
    assertThat(owner.files().checking(late.key(), now).written()).isFalse();
    assertThat(Table.run(owner.files().checked(late, State.READY, now))).isFalse();
    assertThat(Table.run(owner.files().checked(late, State.REFUSED, now))).isFalse();
  }

  @Test
  void aFullListOfOneRuleLeavesRoomUnderTheOther() {
    announced(MOST, Duration.ZERO);
    assertThatThrownBy(() -> lifecycle.announce(owner, file(Duration.ZERO)))
        .isInstanceOfSatisfying(Problem.class, FileLimitTest::assertFull);
    assertThat(lifecycle.announce(owner, file("photo", Duration.ZERO))).isNotNull();
  }

  private List<FileRecord> announced(int count, Duration ago) {
    return Stream.generate(
            () -> {
              FileRecord file = file(ago);
              assertThat(lifecycle.announce(owner, file)).isNotNull();
              return file;
            })
        .limit(count)
        .toList();
  }

  /**
   * Announces files at the same time. Returns how many were accepted; the others were refused
   * because of the limit.
   */
  private long announcedAtOnce(int count) throws Exception {
    Callable<Boolean> one =
        () -> {
          try {
            lifecycle.announce(owner, file(Duration.ZERO));
            return true;
          } catch (Problem refused) {
            assertFull(refused);
            return false;
          }
        };
    return AtOnce.run(Collections.nCopies(count, one)).stream().filter(in -> in).count();
  }

  private static void assertFull(Problem refused) {
    assertThat(((Enum<?>) refused.code()).name()).isEqualTo("TOO_MANY_DOCUMENTS");
  }

  private FileRecord file(Duration ago) {
    return file("site-plan", ago);
  }

  private FileRecord file(String kind, Duration ago) {
    return FileRecord.announced(
        owner.files().key(permit, beans.getBean(Ids.class).ulid()),
        kind,
        new AnnouncedFile(new FileName("plan.pdf"), FileType.PDF, 1000, "sha"),
        null,
        new Uploader("account-1", "user-1"),
        Clock.offset(ThePortal.clock(), ago.negated()));
  }
}
