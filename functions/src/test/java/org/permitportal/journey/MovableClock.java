package org.permitportal.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A clock that shows the real time plus the time that tests have added. It never goes back. */
public final class MovableClock extends Clock {
  private volatile Duration ahead = Duration.ZERO;

  /** Lets time pass. */
  public synchronized void pass(Duration time) {
    ahead = ahead.plus(time);
  }

  /** Lets time pass until just before the next full second, to shorten a wait for that second. */
  public synchronized void passNearlyToTheNextSecond() {
    Instant now = instant();
    Instant end = now.truncatedTo(ChronoUnit.SECONDS).plusMillis(900);
    pass(Duration.between(now, now.isAfter(end) ? end.plusSeconds(1) : end));
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The portal's clock is in UTC");
  }
}
