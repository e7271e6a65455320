package org.permitportal.licenses;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.permitportal.platform.City;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;

/**
 * Finds the items of accounts for which scheduled work is due. Such an item has the attributes
 * {@code agenda} (the kind of work) and {@code agendaSort} (the day and an id). The day is in the
 * city's time zone. The index {@code byAgenda} lists the items.
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

  /**
   * An item that is due. The index may be outdated, so callers must read the item itself before
   * they act.
   */
  record Due(String accountId, String id) {}

  static String sort(LocalDate day, String id) {
    return day + "#" + id;
  }

  /** Returns today's date in the city's time zone. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), city.zone());
  }

  /** Returns all items of an agenda whose day is today or earlier, the earliest first. */
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
