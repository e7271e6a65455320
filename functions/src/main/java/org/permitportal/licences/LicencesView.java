package org.permitportal.licences;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import org.permitportal.platform.City;

/** An account's licences and documents, each in the order in which they were added. */
@Serdeable
public record LicencesView(List<LicenceView> licences, List<DocumentView> documents) {

  /** Makes views as of now. */
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

    LicencesView of(AccountRecord file) {
      return new LicencesView(
          file.licences().stream().map(licence -> of(licence, file.licences())).toList(),
          file.documents().stream()
              .filter(document -> document.present(clock.instant()))
              .map(document -> DocumentView.of(document, file))
              .toList());
    }

    LicenceView of(Licence licence, List<Licence> all) {
      List<Integer> days = city.licenceReminderDays();
      int soon = days.isEmpty() ? 0 : Collections.max(days);
      return LicenceView.of(licence, all, dueItems.today(), soon);
    }
  }
}
