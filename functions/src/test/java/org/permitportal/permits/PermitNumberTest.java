package org.permitportal.permits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.permitportal.platform.TheCity;

class PermitNumberTest {
  private static final PermitNumber NUMBERS = at("2026-06-15T12:00:00Z");

  @Test
  void numbersAreWrittenAsTheCityWants() {
    assertThat(NUMBERS.format("BLD", 2025, 42)).isEqualTo("BLD25-0042");
    assertThat(NUMBERS.format("BLD", 2025, 12345)).isEqualTo("BLD25-12345");
    assertThat(NUMBERS.under("BLD25-0042", 1)).isEqualTo("BLD25-0042-01");
  }

  @Test
  void dashesCapitalsZerosAndTheLongYearMakeNoDifference() {
    for (String typed :
        List.of(
            "BLD25-0042",
            "bld25-0042",
            "BLD250042",
            "bld 25 42",
            "BLD25-42",
            " bld-25-42 ",
            "BLD2025-0042",
            "25-42",
            "2025-0042",
            "bld2542")) {
      assertThat(NUMBERS.candidates(typed)).as(typed).contains("BLD250042");
    }
    assertThat(NUMBERS.candidates("bld25-42-1")).contains("BLD25004201");
    assertThat(NUMBERS.candidates("BLD25004201")).contains("BLD25004201");
  }

  @Test
  void aSerialAloneMeansEveryPrefixOfThisYearAndTheTwoBefore() {
    assertThat(NUMBERS.candidates("42"))
        .contains("BLD260042", "BLD250042", "BLD240042", "ROF240042", "POL260042")
        .doesNotContain("BLD230042")
        .hasSizeLessThanOrEqualTo(PermitNumber.MOST_CANDIDATES);
    assertThat(NUMBERS.candidates("rof42")).contains("ROF240042").doesNotContain("BLD240042");
  }

  @Test
  void theYearIsThatOfTheCitysCalendar() {
    assertThat(at("2026-01-01T05:00:00Z").candidates("7")).contains("BLD230007");
    assertThat(at("2026-01-01T08:00:00Z").candidates("7")).doesNotContain("BLD230007");
  }

  @Test
  void whatIsNoNumberMeansNothingButItself() {
    assertThat(NUMBERS.candidates("---")).isEmpty();
    assertThat(NUMBERS.candidates("XYZ99-1")).containsExactly("XYZ991");
    assertThat(NUMBERS.candidates("99999999999999999999")).contains("99999999999999999999");
  }

  @Property
  void everyNumberIsFoundHoweverItIsTyped(
      @ForAll @IntRange(min = 0, max = 8) int type,
      @ForAll @IntRange(min = 2000, max = 2099) int year,
      @ForAll @IntRange(min = 1, max = 99_999) int serial) {
    String prefix = TheCity.CITY.permitTypes().get(type).prefix();
    String number = NUMBERS.format(prefix, year, serial);
    String normal = PermitNumber.normal(number);
    for (String typed :
        List.of(
            number,
            number.toLowerCase(Locale.ROOT),
            number.replace("-", ""),
            prefix + year + "-" + serial,
            prefix.toLowerCase(Locale.ROOT) + " " + year % 100 / 10 + year % 10 + " " + serial)) {
      assertThat(NUMBERS.candidates(typed))
          .as(typed)
          .contains(normal)
          .hasSizeLessThanOrEqualTo(PermitNumber.MOST_CANDIDATES);
    }
  }

  @Property
  void nothingTypedIsAFault(@ForAll String typed) {
    assertThat(NUMBERS.candidates(typed)).allMatch(number -> number.matches("[A-Z0-9]+"));
  }

  private static PermitNumber at(String instant) {
    return new PermitNumber(TheCity.CITY, Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
  }
}
