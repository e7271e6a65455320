package org.permitportal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
  @ParameterizedTest
  @ValueSource(strings = {"\"17\"", "W/\"17\""})
  void aTagNamesItsVersionAlsoWhereCompressionMadeItWeak(String tag) {
    assertThat(tag).matches(EntityTag.PATTERN);
    assertThat(EntityTag.version(tag)).isEqualTo(17);
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "w/\"17\"", "\"\"", "\"-1\"", "*", "\"1\", \"2\""})
  void anythingElseIsNone(String tag) {
    assertThat(tag).doesNotMatch(EntityTag.PATTERN);
  }
}
