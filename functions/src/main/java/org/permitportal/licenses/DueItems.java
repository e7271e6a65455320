package org.permitportal.licenses;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.permitportal.platform.City;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;

/**
 * What has to be done on a day of the city's: items carry {@code agenda} (what) and {@code
 * agendaSort} (day and id) as long as something is to be done with them; index {@code byAgenda}.
 */
@Singleton
class DueItems {
  private final Table table;
  private final City city;
  private final Clock clock;

  DueItems(Tables tables, City city, Clock clock) {
    this.table = tables.named("accounts");
    this.city = city;
    this.clock = clock;
  }

  /** An item whose day has come. The index may lag behind: what counts is the item itself. */
  record Due(String accountId, String id) {}

  static String sort(LocalDate day, String id) {
    return day + "#" + id;
  }

  /** The city's day. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), city.zone());
  }

  /** All whose day is today or was before, earliest first; a day that was missed is in it. */
  List<Due> due(String what) {
    return table
        .query("byAgenda", "agenda", "agendaSort", what)
        .between("0", today() + "~")
        .all()
        .stream()
        .map(i -> new Due(i.pk().substring(i.pk().indexOf('#') + 1), id(i.sk())))
        .toList();
  }

  private static String id(String sort) {
    return sort.substring(sort.indexOf('#') + 1);
  }
}
