package org.permitportal.migrations.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import org.permitportal.http.Trigger;
import org.permitportal.migrations.ItemMigrations;
import org.permitportal.platform.Log;

/**
 * Runs every hour and on demand: changes stored items to the form that this version of the portal
 * writes. While {@code done} in the answer is false, call this function again.
 */
public final class MigrateItemsHandler
    extends Trigger<MigrateItemsHandler.Tick, MigrateItemsHandler.Outcome> {
  @Inject ItemMigrations migrations;

  public MigrateItemsHandler() {}

  public MigrateItemsHandler(ApplicationContext context) {
    super(context);
  }

  /** The schedule's event; its contents are ignored. */
  @Serdeable
  record Tick() {}

  /** The result of a run, with the fields of {@link ItemMigrations.Run}. */
  @Serdeable
  record Outcome(boolean done, long scanned, long changed) {}

  @Override
  protected Outcome on(Tick tick, Log.Line line) {
    ItemMigrations.Run run = migrations.run();
    line.note("scanned", run.scanned());
    line.note("changed", run.changed());
    return new Outcome(run.done(), run.scanned(), run.changed());
  }
}
