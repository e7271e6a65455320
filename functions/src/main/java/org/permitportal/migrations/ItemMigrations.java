package org.permitportal.migrations;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Item;
import org.permitportal.platform.ItemRewrite;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;

/**
 * Changes stored items to the form that this version of the portal writes. Each migration reads
 * every table twice, page by page. The second pass begins a day after the end of the first. The
 * item {@code MIGRATION#name / MIGRATION} of the accounts table stores the migration's progress. So
 * each run continues where the last run ended. A run with nothing to do makes one read for each
 * migration.
 */
@Singleton
public class ItemMigrations {
  private static final List<String> TABLES =
      List.of("accounts", "registrations", "permits", "notices");
  private static final String SORT = "MIGRATION";
  private static final int PAGE = 100;

  /** The longest time that a run takes. The function's timeout is five minutes. */
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /**
   * How long after the end of the first pass the second pass begins. The first pass may run during
   * a deployment, while functions of the earlier version still write items.
   */
  private static final Duration SECOND_PASS = Duration.ofDays(1);

  private final Tables tables;
  private final List<ItemMigration> migrations;
  private final Clock clock;

  ItemMigrations(Tables tables, List<ItemMigration> migrations, Clock clock) {
    this.tables = tables;
    this.migrations = migrations;
    this.clock = clock;
  }

  /**
   * The result of a run.
   *
   * @param done whether nothing is left to do now; a second pass that is not due yet does not count
   * @param scanned the number of items read in this run
   * @param changed the number of items rewritten in this run
   */
  public record Run(boolean done, long scanned, long changed) {}

  /** Continues where the last run ended, for three minutes at most. */
  public Run run() {
    Instant end = clock.instant().plus(LONGEST);
    long scanned = 0;
    long changed = 0;
    for (ItemMigration migration : migrations) {
      Progress progress = read(migration);
      while (!progress.done()) {
        if (!clock.instant().isBefore(end)) {
          return new Run(false, scanned, changed);
        }
        Progress before = progress;
        Table table = tables.named(TABLES.get(before.table()));
        Table.Scanned page = table.scan(PAGE, before.after());
        boolean whole = true;
        for (Item item : page.items()) {
          ItemRewrite rewrite = ItemRewrite.run(table, item, migration.migrated(item));
          changed += rewrite == ItemRewrite.REWRITTEN ? 1 : 0;
          whole &= rewrite != ItemRewrite.REFUSED;
        }
        scanned += page.items().size();
        // Otherwise another request changed an item in the meantime, and the page is read again.
        if (whole) {
          progress = before.next(page.last());
          keep(migration, progress);
        }
      }
    }
    return new Run(true, scanned, changed);
  }

  /**
   * A migration's progress: the table's index in {@code TABLES}, the key of the last item that was
   * read in this table, and whether this is the second pass.
   */
  private record Progress(int table, @Nullable Item after, boolean second) {
    boolean done() {
      return table == TABLES.size();
    }

    Progress next(@Nullable Item last) {
      return last == null
          ? new Progress(table + 1, null, second)
          : new Progress(table, last, second);
    }
  }

  private Progress read(ItemMigration migration) {
    return state()
        .get(pk(migration), SORT)
        .map(
            item ->
                secondPassIsDue(item)
                    ? new Progress(0, null, true)
                    : new Progress(
                        (int) item.number("table"),
                        item.optionalText("afterPk") == null
                            ? null
                            : Item.of(item.text("afterPk"), item.text("afterSk")),
                        item.flag("second")))
        .orElse(new Progress(0, null, false));
  }

  private boolean secondPassIsDue(Item item) {
    return item.number("table") == TABLES.size()
        && !item.flag("second")
        && !clock.instant().isBefore(item.instant("at").plus(SECOND_PASS));
  }

  private void keep(ItemMigration migration, Progress progress) {
    @Nullable Item after = progress.after();
    Table.run(
        state()
            .put(
                Item.of(pk(migration), SORT)
                    .with("table", progress.table())
                    .with("afterPk", after == null ? null : after.pk())
                    .with("afterSk", after == null ? null : after.sk())
                    .with("second", progress.second())
                    .with("at", clock.instant())));
  }

  private Table state() {
    return tables.named("accounts");
  }

  private static String pk(ItemMigration migration) {
    return "MIGRATION#" + migration.name();
  }
}
