package org.permitportal.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.permitportal.local.Fault;

class ScheduleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate(1 hour)|2026-01-01T00:00:00Z|2026-01-01T00:59:59Z|false",
        "rate(1 hour)|2026-01-01T00:00:00Z|2026-01-01T01:00:00Z|true",
        "rate(5 minutes)|2026-01-01T00:00:00Z|2026-01-01T00:05:00Z|true",
        "cron(15 10 * * ? *)|2026-01-01T10:14:00Z|2026-01-01T10:14:59Z|false",
        "cron(15 10 * * ? *)|2026-01-01T10:14:00Z|2026-01-01T10:15:00Z|true",
        "cron(15 10 * * ? *)|2026-01-01T10:15:00Z|2026-01-01T10:15:59Z|false",
        "cron(0/20 * ? * MON-FRI *)|2026-01-03T00:00:00Z|2026-01-04T23:59:00Z|false",
        "cron(0/20 * ? * MON-FRI *)|2026-01-03T00:00:00Z|2026-01-05T00:00:00Z|true",
        "cron(0 0 1 JAN,JUL ? *)|2026-02-01T00:00:00Z|2026-06-30T23:59:00Z|false",
        "cron(0 0 1 JAN,JUL ? *)|2026-02-01T00:00:00Z|2026-07-01T00:00:00Z|true",
      })
  void itIsDueWhenItsMomentHasPassed(String expression, Instant last, Instant now, boolean due) {
    assertThat(new Schedule(expression, ZoneOffset.UTC).isDue(last, now)).isEqualTo(due);
  }

  @Test
  void cronFollowsItsZone() {
    Schedule schedule = new Schedule("cron(0 6 * * ? *)", ZoneId.of("America/New_York"));
    Instant before = Instant.parse("2026-07-01T09:59:00Z");
    assertThat(schedule.isDue(before, Instant.parse("2026-07-01T10:00:00Z"))).isTrue();
    assertThat(schedule.isDue(before.minusSeconds(3600), before)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"daily", "rate(x days)", "cron(* * *)", "cron(0 0 L * ? *)"})
  void whatIsNotSupportedIsSaid(String expression) {
    assertThatThrownBy(() -> new Schedule(expression, ZoneOffset.UTC))
        .isInstanceOf(Fault.class)
        .hasMessageContaining(expression);
  }
}
