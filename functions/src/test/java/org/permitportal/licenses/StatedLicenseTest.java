package org.permitportal.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.permitportal.platform.AccountSettings;
import org.permitportal.platform.TheCity;

class StatedLicenseTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  @Test
  void noneGivenIsNoErrorOfItsFields() {
    assertThat(errors("electrical", Map.of())).isEmpty();
  }

  @Test
  void whatTheTypeNeedsIsAskedForOnceSomethingIsGiven() {
    assertThat(errors("electrical", Map.of("number", "EC-1")))
        .containsExactly(
            "license.class REQUIRED", "license.state REQUIRED", "license.expires REQUIRED");
    assertThat(
            errors(
                "electrical",
                Map.of("class", "A", "number", "EC-1", "state", "CO", "expires", "2026-03-02")))
        .isEmpty();
  }

  @Test
  void aTypeWithoutLicensesTakesNone() {
    assertThat(errors("homeowner", Map.of("number", "1")))
        .containsExactly("license.number NOT_ASKED");
  }

  @Test
  void daysMustExistAndLieOnTheirSideOfToday() {
    assertThat(
            errors(
                "roofing", Map.of("number", "1", "expires", "2026-02-30", "issued", "2026-03-03")))
        .containsExactlyInAnyOrder("license.expires INVALID", "license.issued IN_FUTURE");
    assertThat(
            errors(
                "roofing",
                Map.of(
                    "number",
                    "1",
                    "expires",
                    "2026-03-01",
                    "liabilityExpires",
                    "2020-01-01",
                    "workersCompExpires",
                    "2026-03-02")))
        .containsExactlyInAnyOrder("license.expires EXPIRED", "license.liabilityExpires EXPIRED");
  }

  @Test
  void whatWasGivenComesBack() {
    Map<String, String> given = Map.of("class", "A", "number", "7", "liabilityPolicy", "P 1");
    assertThat(StatedLicense.from(given).given()).isEqualTo(given);
  }

  private static List<String> errors(String type, Map<String, String> given) {
    AccountSettings.License rule = TheCity.CITY.accounts().type(type).orElseThrow().license();
    return StatedLicense.from(given).errors(rule, TODAY).stream()
        .map(e -> e.field() + " " + e.code())
        .toList();
  }
}
