package org.permitportal.permits;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Item;

/**
 * A permit's dates, each in the city's time zone.
 *
 * @param status the day on which the permit got its present status
 * @param hold the day since which the permit is on hold
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PermitDates(
    @Nullable LocalDate applied,
    @Nullable LocalDate issued,
    @Nullable LocalDate completed,
    @Nullable LocalDate certified,
    @Nullable LocalDate expires,
    @Nullable LocalDate status,
    @Nullable LocalDate hold) {

  /**
   * Returns the date of the permit's latest step, or January 1, 1970 when the permit has no date.
   */
  public LocalDate latest() {
    return Stream.of(status, certified, completed, issued, applied)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElse(LocalDate.EPOCH);
  }

  /** Returns the dates of a permit that had these dates and gets this status today. */
  PermitDates reaching(PermitStatus reached, LocalDate today) {
    return new PermitDates(
        reached == PermitStatus.SUBMITTED && applied == null ? today : applied,
        reached == PermitStatus.ISSUED && issued == null ? today : issued,
        reached == PermitStatus.FINALED ? today : completed,
        reached == PermitStatus.CO_ISSUED || reached == PermitStatus.COC_ISSUED ? today : certified,
        expires,
        today,
        hold);
  }

  Item write() {
    return Item.nested()
        .with("applied", text(applied))
        .with("issued", text(issued))
        .with("completed", text(completed))
        .with("certified", text(certified))
        .with("expires", text(expires))
        .with("status", text(status))
        .with("hold", text(hold));
  }

  static PermitDates read(@Nullable Item item) {
    return item == null
        ? new PermitDates(null, null, null, null, null, null, null)
        : new PermitDates(
            day(item, "applied"),
            day(item, "issued"),
            day(item, "completed"),
            day(item, "certified"),
            day(item, "expires"),
            day(item, "status"),
            day(item, "hold"));
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static @Nullable LocalDate day(Item item, String name) {
    String text = item.optionalText(name);
    return text == null ? null : LocalDate.parse(text);
  }
}
