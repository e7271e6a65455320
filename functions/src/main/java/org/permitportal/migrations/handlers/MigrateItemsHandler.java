package org.permitportal.migrations.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import org.permitportal.http.Trigger;
import org.permitportal.migrations.ItemMigrations;
import org.permitportal.platform.Log;

/**
 * Runs each hour, and when somebody asks for it: moves stored items to the form that this version
 * writes. Answers whether all is done, so that it can be called again until it is.
 */
public final class MigrateItemsHandler
    extends Trigger<MigrateItemsHandler.Tick, MigrateItemsHandler.Outcome> {
  @Inject ItemMigrations migrations;

  public MigrateItemsHandler() {}

  public MigrateItemsHandler(ApplicationContext context) {
    super(context);
  }

  /** A schedule's event; what is in it makes no difference. */
  @Serdeable
  record Tick() {}

  /** What {@link ItemMigrations.Run} says. */
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
