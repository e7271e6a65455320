package org.permitportal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.files.ArrivalCheck.Outcome;
import org.permitportal.files.FileLifecycle.Removal;
import org.permitportal.files.FileRecord.State;
import org.permitportal.files.FileRecord.Uploader;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.ThePortal;
import org.permitportal.licenses.AHolder;
import org.permitportal.localstack.AtOnce;
import org.permitportal.localstack.Backend;
import org.permitportal.permits.APermit;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Tests that files of all kinds of owners have the same states: pending, ready or refused, and
 * removed.
 */
@ParameterizedClass
@EnumSource
class FileLifecycleTest {
  /** The kinds of owners of files. */
  enum Of {
    REGISTRATION("draft", "photo-id"),
    ACCOUNT("account", "business-license"),
    PERMIT("permit", "photo");

    private final String prefix;
    private final String kind;

    Of(String prefix, String kind) {
      this.prefix = prefix;
      this.kind = kind;
    }

    /** Makes a new owner and returns its id. */
    String made() {
      return switch (this) {
        case REGISTRATION -> ADraft.started().id();
        case ACCOUNT -> AHolder.roofing().accountId();
        case PERMIT -> APermit.row().imported();
      };
    }
  }

  @Parameter Of of;
  private ApplicationContext beans;
  private FileOwner owner;
  private FileLifecycle lifecycle;
  private ArrivalCheck check;
  private String id;

  @BeforeEach
  void open() {
    // No function watches this bucket. The test itself reports that a file has arrived.
    beans = Backend.EMBEDDED.beans("CheckUploadFunction");
    owner =
        beans.getBeansOfType(FileOwner.class).stream()
            .filter(one -> one.files().prefix().equals(of.prefix))
            .findFirst()
            .orElseThrow();
    lifecycle = beans.getBean(FileLifecycle.class);
    check = beans.getBean(ArrivalCheck.class);
    id = of.made();
  }

  @AfterEach
  void close() {
    if (beans != null) {
      beans.close();
    }
  }

  @Test
  void aGoodFileStaysUntilItIsRemovedAndThenMakesRoom() {
    FileRecord file = announced(TestFiles.PHOTO_JPEG);
    assertThat(state(file)).contains(State.PENDING);
    assertThat(taken()).isEqualTo(1);
    arrives(file, TestFiles.PHOTO_JPEG);
    assertThat(check.arrived(file.key().path())).isEqualTo(Outcome.READY);
    assertThat(check.arrived(file.key().path())).as("told twice").isEqualTo(Outcome.KEPT);
    FileRecord ready = read(file).orElseThrow();
    assertThat(ready.state()).isEqualTo(State.READY);
    assertThat(ready.checkedAt()).isNotNull();
    assertThat(ready.counts(ThePortal.clock().instant().plus(Duration.ofDays(999)))).isTrue();
    assertThat(stored(file)).isTrue();
    assertThat(taken()).isEqualTo(1);
    remove(file);
    assertThat(read(file)).isEmpty();
    assertThat(stored(file)).isFalse();
    assertThat(taken()).isZero();
    remove(file);
    assertThat(taken()).as("once").isZero();
  }

  @Test
  void aBadFileIsRefusedOnceWithItsReasonAndMakesRoom() {
    FileRecord file = announced(TestFiles.TRUNCATED_JPEG);
    arrives(file, TestFiles.TRUNCATED_JPEG);
    assertThat(check.arrived(file.key().path())).isEqualTo(Outcome.REFUSED);
    FileRecord refused = read(file).orElseThrow();
    assertThat(refused.state()).isEqualTo(State.REFUSED);
    assertThat(refused.reason()).isEqualTo(RefusalReason.DAMAGED_IMAGE);
    assertThat(refused.shown(ThePortal.clock().instant())).isTrue();
    assertThat(stored(file)).isFalse();
    assertThat(taken()).isZero();
    assertThat(check.arrived(file.key().path())).as("told twice").isEqualTo(Outcome.DELETED);
    remove(file);
    assertThat(read(file)).isEmpty();
    assertThat(taken()).as("once").isZero();
  }

  @Test
  void aFileThatCanNotBeCheckedIsRefusedTheThirdTime() {
    FileRecord file = announced(TestFiles.PHOTO_JPEG);
    for (int run = 1; run <= 2; run++) {
      assertThatThrownBy(() -> check.arrived(file.key().path()))
          .isInstanceOf(NoSuchKeyException.class);
      assertThat(state(file)).contains(State.PENDING);
    }
    assertThat(check.arrived(file.key().path())).isEqualTo(Outcome.REFUSED);
    assertThat(read(file).orElseThrow().reason()).isEqualTo(RefusalReason.UNCHECKED);
  }

  @Test
  void whatArrivesEightHoursLaterIsAwaitedNoMore() {
    FileRecord file = announced(TestFiles.PHOTO_JPEG, Duration.ofHours(8).plusMinutes(1));
    arrives(file, TestFiles.PHOTO_JPEG);
    assertThat(check.arrived(file.key().path())).isEqualTo(Outcome.DELETED);
    assertThat(stored(file)).isFalse();
    assertThat(state(file)).contains(State.PENDING);
    assertThat(file.lapsed(ThePortal.clock().instant())).isTrue();
    assertThat(file.counts(ThePortal.clock().instant())).isFalse();
    FileRecord inTime = announced(TestFiles.PHOTO_JPEG, Duration.ofHours(8).minusMinutes(1));
    arrives(inTime, TestFiles.PHOTO_JPEG);
    assertThat(check.arrived(inTime.key().path())).isEqualTo(Outcome.READY);
  }

  @Test
  void aRepeatedAnnouncementIsTheSameFileForAnHour() {
    FileRecord file = announced(TestFiles.PHOTO_JPEG, Duration.ofMinutes(59));
    assertThat(lifecycle.announce(owner, file)).isNotNull();
    assertThat(taken()).isEqualTo(1);
    assertReused(another(file, TestFiles.PICTURE_PNG));
    arrives(file, TestFiles.PHOTO_JPEG);
    assertThat(check.arrived(file.key().path())).isEqualTo(Outcome.READY);
    assertThat(lifecycle.announce(owner, file)).as("it is there").isNull();
    assertReused(announced(TestFiles.PHOTO_JPEG, Duration.ofMinutes(61)));
  }

  @Test
  void aRemovalThatBrokeOffIsHiddenAndFinishedWhenRepeated() {
    FileRecord file = announced(TestFiles.PHOTO_JPEG);
    arrives(file, TestFiles.PHOTO_JPEG);
    assertThat(check.arrived(file.key().path())).isEqualTo(Outcome.READY);
    Write removal = owner.files().become(read(file).orElseThrow(), State.REMOVED);
    assertThat(Table.run(removal)).isTrue();
    FileRecord removed = read(file).orElseThrow();
    assertThat(removed.shown(ThePortal.clock().instant())).isFalse();
    assertThat(removed.counts(ThePortal.clock().instant())).isFalse();
    assertThatThrownBy(() -> lifecycle.announce(owner, file)).isInstanceOf(Problem.class);
    assertThat(stored(file)).isTrue();
    remove(file);
    assertThat(stored(file)).isFalse();
    assertThat(read(file)).isEmpty();
  }

  @Test
  void whereAnArrivalMeetsARemovalNothingIsLeft() throws Exception {
    for (int round = 0; round < 6; round++) {
      TestFiles sent = round % 2 == 0 ? TestFiles.PHOTO_JPEG : TestFiles.TRUNCATED_JPEG;
      FileRecord file = announced(sent);
      arrives(file, sent);
      AtOnce.run(
          List.of(
              () -> {
                try {
                  return check.arrived(file.key().path());
                } catch (NoSuchKeyException _) {
                  // The object was deleted while it was read. The event comes again.
                  return check.arrived(file.key().path());
                }
              },
              () -> {
                remove(file);
                return Outcome.DELETED;
              }));
      assertThat(read(file)).as("round " + round).isEmpty();
      assertThat(stored(file)).isFalse();
      assertThat(taken()).isZero();
    }
  }

  @Test
  void anObjectOfNoOwnerIsLeftAlone() {
    ObjectKey key = new ObjectKey("other", id, beans.getBean(Ids.class).ulid());
    FileRecord foreign = record(key, TestFiles.PHOTO_JPEG, Duration.ZERO);
    arrives(foreign, TestFiles.PHOTO_JPEG);
    assertThat(check.arrived(key.path())).isEqualTo(Outcome.FOREIGN);
    assertThat(check.arrived("exports/2026.csv")).isEqualTo(Outcome.FOREIGN);
    assertThat(stored(foreign)).isTrue();
  }

  @Test
  void noStateIsFollowedByOneThatMayNotFollow() {
    FileRecord pending = announced(TestFiles.PHOTO_JPEG);
    assertThatThrownBy(() -> owner.files().become(pending, State.DELETED))
        .isInstanceOf(IllegalStateException.class);
    assertThat(Table.run(owner.files().become(pending, State.REFUSED))).isTrue();
    assertThat(Table.run(owner.files().become(pending, State.READY))).as("as it was").isFalse();
    FileRecord refused = read(pending).orElseThrow();
    assertThatThrownBy(() -> owner.files().become(refused, State.READY))
        .isInstanceOf(IllegalStateException.class);
  }

  private void assertReused(FileRecord file) {
    assertThatThrownBy(() -> lifecycle.announce(owner, file))
        .isInstanceOfSatisfying(
            Problem.class, refused -> assertThat(refused.code()).isEqualTo(owner.keyReused()));
  }

  private FileRecord announced(TestFiles file) {
    return announced(file, Duration.ZERO);
  }

  private FileRecord announced(TestFiles file, Duration ago) {
    FileRecord record = record(owner.files().key(id, beans.getBean(Ids.class).ulid()), file, ago);
    assertThat(lifecycle.announce(owner, record)).isNotNull();
    return record;
  }

  private FileRecord another(FileRecord file, TestFiles content) {
    return record(file.key(), content, Duration.ZERO);
  }

  private FileRecord record(ObjectKey key, TestFiles file, Duration ago) {
    @Nullable FileType type = FileType.ofMediaType(file.mediaType());
    return FileRecord.announced(
        key,
        of.kind,
        new AnnouncedFile(FileName.of(file.fileName()), type, file.length(), file.sha256()),
        null,
        of == Of.REGISTRATION ? null : new Uploader("account-1", "user-1"),
        Clock.offset(ThePortal.clock(), ago.negated()));
  }

  private void remove(FileRecord file) {
    lifecycle.remove(owner, () -> read(file).map(found -> new Removal(found, List.of())));
  }

  private Optional<FileRecord> read(FileRecord file) {
    return owner.files().find(id, file.id());
  }

  private Optional<State> state(FileRecord file) {
    return read(file).map(FileRecord::state);
  }

  private long taken() {
    String table =
        switch (of) {
          case REGISTRATION -> "registrations";
          case ACCOUNT -> "accounts";
          case PERMIT -> "permits";
        };
    return beans
        .getBean(Tables.class)
        .named(table)
        .get(of.prefix.toUpperCase(Locale.ROOT) + "#" + id, of == Of.ACCOUNT ? "DOCUMENT" : "FILE")
        .orElseThrow()
        .number("of_" + owner.rule(of.kind));
  }

  private void arrives(FileRecord file, TestFiles content) {
    beans
        .getBean(S3Client.class)
        .putObject(
            p -> p.bucket(bucket()).key(file.key().path()), RequestBody.fromBytes(content.bytes()));
  }

  private boolean stored(FileRecord file) {
    try {
      beans.getBean(S3Client.class).headObject(h -> h.bucket(bucket()).key(file.key().path()));
      return true;
    } catch (NoSuchKeyException _) {
      return false;
    }
  }

  private static String bucket() {
    return ThePortal.stack().physicalId("DocumentsBucket");
  }
}
