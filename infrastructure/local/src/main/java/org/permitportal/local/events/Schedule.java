package org.permitportal.local.events;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.permitportal.local.Fault;

/**
 * A schedule of EventBridge: {@code rate(…)} or {@code cron(…)}. The characters L, W and # in
 * {@code cron} are not supported.
 */
final class Schedule {
  private static final Pattern EXPRESSION = Pattern.compile("(rate|cron)\\((.+)\\)");

  private final @Nullable Duration rate;
  private final BitSet[] fields;
  private final ZoneId zone;

  Schedule(String expression, ZoneId zone) {
    Matcher matcher = EXPRESSION.matcher(expression);
    if (!matcher.matches()) {
      throw new Fault("the schedule '" + expression + "' is neither rate(…) nor cron(…)");
    }
    this.zone = zone;
    String[] parts = matcher.group(2).strip().split("\\s+", -1);
    try {
      if (matcher.group(1).equals("rate")) {
        this.rate = Duration.of(Long.parseLong(parts[0]), unit(parts[1]));
        this.fields = new BitSet[0];
      } else {
        this.rate = null;
        this.fields =
            new BitSet[] {
              field(parts[0], 0, 59, text -> text),
              field(parts[1], 0, 23, text -> text),
              field(parts[2], 1, 31, text -> text),
              field(parts[3], 1, 12, Schedule::month),
              field(parts[4], 1, 7, Schedule::day),
              field(parts[5], 1970, 2199, text -> text)
            };
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new Fault("the schedule '" + expression + "' is not understood", e);
    }
  }

  /** Returns whether the schedule is due at a time after {@code last} and not after {@code now}. */
  boolean isDue(Instant last, Instant now) {
    if (rate != null) {
      return !last.plus(rate).isAfter(now);
    }
    Instant minute = last.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    // After a big jump of the clock, look back one year at most. Only a schedule that names a day
    // of an earlier year could be missed.
    if (minute.isBefore(now.minus(366, ChronoUnit.DAYS))) {
      minute = now.minus(366, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
    }
    for (; !minute.isAfter(now); minute = minute.plus(1, ChronoUnit.MINUTES)) {
      if (fits(minute.atZone(zone))) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(ZonedDateTime time) {
    return fields[0].get(time.getMinute())
        && fields[1].get(time.getHour())
        && fields[2].get(time.getDayOfMonth())
        && fields[3].get(time.getMonthValue())
        && fields[4].get(time.getDayOfWeek().getValue() % 7 + 1)
        && fields[5].get(time.getYear());
  }

  private static ChronoUnit unit(String text) {
    return ChronoUnit.valueOf(text.toUpperCase(Locale.ROOT).replaceFirst("S?$", "S"));
  }

  private static String month(String name) {
    for (Month month : Month.values()) {
      if (month.name().startsWith(name) && name.length() == 3) {
        return String.valueOf(month.getValue());
      }
    }
    return name;
  }

  /** Returns the number of a day of the week. EventBridge gives Sunday the number 1. */
  private static String day(String name) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().startsWith(name) && name.length() == 3) {
        return String.valueOf(day.getValue() % 7 + 1);
      }
    }
    return name;
  }

  private static BitSet field(String text, int low, int high, UnaryOperator<String> names) {
    BitSet set = new BitSet();
    for (String part : text.split(",", -1)) {
      String[] stepped = part.split("/", 2);
      int step = stepped.length == 2 ? Integer.parseInt(stepped[1]) : 1;
      int from = low;
      int to = high;
      if (!stepped[0].equals("*") && !stepped[0].equals("?")) {
        String[] range = stepped[0].split("-", 2);
        from = Integer.parseInt(names.apply(range[0]));
        to = range.length == 2 ? Integer.parseInt(names.apply(range[1])) : from;
        to = range.length == 1 && stepped.length == 2 ? high : to;
      }
      if (step < 1 || from < low || to > high || from > to) {
        throw new IllegalArgumentException(text);
      }
      for (int value = from; value <= to; value += step) {
        set.set(value);
      }
    }
    return set;
  }
}
