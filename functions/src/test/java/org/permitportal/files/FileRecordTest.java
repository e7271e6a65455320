package org.permitportal.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.files.FileRecord.State;
import org.permitportal.files.FileRecord.Uploader;
import org.permitportal.platform.Item;

/**
 * Tests that the portal reads the items of files that this version and the previous version wrote,
 * and tests the order of a file's states.
 */
class FileRecordTest {
  private static final String OWNER = "01M8PV0ZG251T7W1AN42BYK2Y9";
  private static final String ID = "01M8PV103JDVVC262AXRGM6JE1";
  private static final Instant AT = Instant.parse("2026-11-30T18:21:11.667Z");

  @Test
  void aRegistrationsFileOfTheVersionBefore() {
    FileRecord file = FileRecord.from(draft("READY"));
    assertThat(file)
        .isEqualTo(
            new FileRecord(
                OWNER,
                ID,
                new ObjectKey("draft", OWNER, ID),
                "business-license",
                new FileName("License.pdf"),
                FileType.PDF,
                660,
                "x",
                State.READY,
                null,
                null,
                null,
                AT,
                null,
                null));
    assertThat(FileRecord.from(draft("REFUSED").with("reason", "EMPTY")).reason())
        .isEqualTo(RefusalReason.EMPTY);
  }

  @Test
  void aRegistrationsFileWhoseRemovalTheVersionBeforeBegan() {
    FileRecord file = FileRecord.from(draft("REFUSED").with("reason", "REMOVED"));
    assertThat(file.state()).isEqualTo(State.REMOVED);
    assertThat(file.reason()).isNull();
  }

  @Test
  void aPermitsDocumentOfTheVersionBefore() {
    FileRecord file =
        FileRecord.from(
            Item.of("PERMIT#" + OWNER, "FILE#" + ID)
                .with("kind", "photo")
                .with("name", "Roof.jpg")
                .with("type", "JPEG")
                .with("bytes", 5892)
                .with("sha256", "x")
                .with("state", "REFUSED")
                .with("reason", "DAMAGED_IMAGE")
                .with("accountId", "account-1")
                .with("userId", "user-1")
                .with("language", "es")
                .with("addedAt", AT)
                .with("checkedAt", AT)
                .with("checks", 1)
                .with("ttl", AT.plusSeconds(60).getEpochSecond()));
    assertThat(file.key()).isEqualTo(new ObjectKey("permit", OWNER, ID));
    assertThat(file.type()).isEqualTo(FileType.JPEG);
    assertThat(file.uploader()).isEqualTo(new Uploader("account-1", "user-1"));
    assertThat(file.reason()).isEqualTo(RefusalReason.DAMAGED_IMAGE);
    assertThat(file.shown(AT)).isTrue();
    assertThat(file.shown(AT.plusSeconds(61))).isFalse();
  }

  @Test
  void anAccountsDocumentWithTheKeyItHadInTheRegistration() {
    FileRecord file =
        FileRecord.from(
            Item.of("ACCOUNT#" + OWNER, "DOCUMENT#" + ID)
                .with("accountId", OWNER)
                .with("fileId", ID)
                .with("kind", "photo-id")
                .with("identity", true)
                .with("state", "DELETED")
                .with("name", "Id.jpg")
                .with("type", "image/jpeg")
                .with("bytes", 5892)
                .with("sha256", "x")
                .with("key", "draft/01M8PV14BMPBJT6CY7ES0P08KM/" + ID)
                .with("proves", "22P0SSCZ8VYQAA8NT3VDEQBF6D")
                .with("userId", "user-1")
                .with("language", "es")
                .with("addedAt", AT)
                .with("deleteOn", "2026-12-30"));
    assertThat(file.ownerId()).isEqualTo(OWNER);
    assertThat(file.key()).isEqualTo(new ObjectKey("draft", "01M8PV14BMPBJT6CY7ES0P08KM", ID));
    assertThat(file.proves()).isEqualTo("22P0SSCZ8VYQAA8NT3VDEQBF6D");
    assertThat(file.state()).isEqualTo(State.DELETED);
    assertThat(FileRecord.from(file.item("ACCOUNT#" + OWNER, "DOCUMENT#" + ID))).isEqualTo(file);
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void aStateIsFollowedByTheseAlone(State state) {
    Set<State> next =
        switch (state) {
          case PENDING -> EnumSet.of(State.READY, State.REFUSED, State.REMOVED);
          case READY -> EnumSet.of(State.REMOVED, State.DELETED);
          case REFUSED, DELETED -> EnumSet.of(State.REMOVED);
          case REMOVED -> EnumSet.noneOf(State.class);
        };
    assertThat(state.next()).isEqualTo(next);
  }

  private static Item draft(String state) {
    return Item.of("DRAFT#" + OWNER, "FILE#" + ID)
        .with("fileId", ID)
        .with("kind", "business-license")
        .with("state", state)
        .with("name", "License.pdf")
        .with("type", "application/pdf")
        .with("bytes", 660)
        .with("sha256", "x")
        .with("key", "draft/" + OWNER + "/" + ID)
        .with("requestedAt", AT)
        .with("checks", 1);
  }
}
