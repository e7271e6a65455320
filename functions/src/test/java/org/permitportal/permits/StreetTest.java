package org.permitportal.permits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StreetTest {
  @Test
  void anAddressHasItsParts() {
    Street street = Street.of("1200 W Juniper Ave Suite 2B");
    assertThat(street.house()).isEqualTo("1200");
    assertThat(street.direction()).isEqualTo("W");
    assertThat(street.name()).isEqualTo("JUNIPER");
    assertThat(street.ending()).isEqualTo("AVE");
    assertThat(street.unit()).isEqualTo("2B");
  }

  @Test
  void waysToWriteOneAddressAreTheSame() {
    for (List<String> same :
        List.of(
            List.of("225 Lookout Ridge Rd", "225 lookout ridge road", "0225 Lookout Ridge Rd."),
            List.of("448 Calle de la Peña", "448 CALLE DE LA PENA", "448  calle de la pena"),
            List.of("2025 O'Hara Ct", "2025 ohara court", "2025 O’Hara Ct"),
            List.of("115 1st St", "115 First Street", "115 1ST ST"),
            List.of("345 E Juniper Ave", "345 east juniper av", "345 Juniper Ave E"),
            List.of("12 Elm St #7", "12 Elm Street Unit 7", "12 elm st apt 7"),
            List.of("225 Lookout Ridge Rd", "225 Lookout Ridge Rd, Juniper Falls"))) {
      Street first = Street.of(same.getFirst());
      for (String other : same) {
        Street street = Street.of(other);
        assertThat(street.house()).as(other).isEqualTo(first.house());
        assertThat(street.direction()).as(other).isEqualTo(first.direction());
        assertThat(street.name()).as(other).isEqualTo(first.name());
        assertThat(street.ending()).as(other).isEqualTo(first.ending());
        assertThat(street.unit()).as(other).isEqualTo(first.unit());
      }
    }
  }

  @Test
  void whatWasNotTypedDoesNotCount() {
    Street address = Street.of("225 Cottonwood Bend Dr Unit 4");
    for (String typed :
        List.of(
            "cottonwood",
            "225 cottonwood",
            "225 Cottonwood Bend",
            "225 cottonwood bend drive",
            "225 cotton ben dr",
            "225 Cottonwood Bend Dr #4",
            "225 cottonwood bend d")) {
      assertThat(Street.of(typed).covers(address)).as(typed).isTrue();
      assertThat(Street.of(typed).canMean("COTTONWOOD BEND")).as(typed).isTrue();
    }
    for (String typed :
        List.of("226 cottonwood", "225 Cottonwood Bend Rd", "225 Cottonwood Bend Dr #5")) {
      assertThat(Street.of(typed).covers(address)).as(typed).isFalse();
    }
    assertThat(Street.of("225 dr").canMean("COTTONWOOD BEND")).isFalse();
  }

  @Test
  void houseNumbersSortAsNumbers() {
    assertThat(Street.of("9 Elm St").paddedHouse())
        .isLessThan(Street.of("10 Elm St").paddedHouse());
    assertThat(Street.of("12th St").house()).isEmpty();
  }

  @Property
  void nothingTypedIsAFault(@ForAll String typed) {
    Street street = Street.of(typed);
    assertThat(street.house()).matches("\\d{0,7}");
    assertThat(street.covers(street)).isTrue();
  }

  @Test
  void everyAddressOfTheSampleHasAHouseInAStreet() {
    assertThat(TheSample.rows())
        .isNotEmpty()
        .allSatisfy(
            row -> {
              Street street = Street.of(row.getOrDefault("OriginalAddress1", ""));
              assertThat(street.name()).as(row.toString()).isNotEmpty();
              assertThat(street.house()).as(row.toString()).isNotEmpty();
            });
  }
}
