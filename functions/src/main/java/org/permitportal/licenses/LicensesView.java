package org.permitportal.licenses;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import org.permitportal.platform.City;

/** An account's licenses and documents, both in the order in which they were added. */
@Serdeable
public record LicensesView(List<LicenseView> licenses, List<DocumentView> documents) {

  /** Creates views with the status that each license has today. */
  @Singleton
  static class Now {
    private final City city;
    private final DueItems dueItems;
    private final Clock clock;

    Now(City city, DueItems dueItems, Clock clock) {
      this.city = city;
      this.dueItems = dueItems;
      this.clock = clock;
    }

    LicensesView of(AccountRecord file) {
      return new LicensesView(
          file.licenses().stream().map(license -> of(license, file.licenses())).toList(),
          file.documents().stream()
              .filter(document -> document.file().shown(clock.instant()))
              .map(document -> DocumentView.of(document, file))
              .toList());
    }

    LicenseView of(License license, List<License> all) {
      List<Integer> days = city.licenses().reminderDays();
      int soon = days.isEmpty() ? 0 : Collections.max(days);
      return LicenseView.of(license, all, dueItems.today(), soon);
    }
  }
}
