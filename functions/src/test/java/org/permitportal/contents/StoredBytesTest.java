package org.permitportal.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

class StoredBytesTest {
  private static final int LENGTH = 10_000;
  private final StoredBytes bytes = new StoredBytes(MemorySegment.ofArray(new byte[LENGTH]));

  @Test
  void aFileCanBeReadSeveralTimesOver() throws DamagedFile {
    for (int time = 0; time < 16; time++) {
      assertThat(bytes.slice(0, LENGTH).remaining()).isEqualTo(LENGTH);
    }
  }

  @Test
  void aFileThatLeadsInCirclesIsDamaged() {
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100 * LENGTH; i++) {
                bytes.u8(i % 2);
              }
            })
        .isInstanceOf(DamagedFile.class);
    assertThatThrownBy(() -> bytes.u8(0)).as("it stays so").isInstanceOf(DamagedFile.class);
  }

  @Test
  void nothingIsReadPastTheEnd() {
    assertThatThrownBy(() -> bytes.u16(LENGTH - 1)).isInstanceOf(DamagedFile.class);
    assertThatThrownBy(() -> bytes.slice(1, LENGTH)).isInstanceOf(DamagedFile.class);
  }
}
