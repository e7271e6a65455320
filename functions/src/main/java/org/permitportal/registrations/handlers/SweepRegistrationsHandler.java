package org.permitportal.registrations.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.Trigger;
import org.permitportal.platform.Log;
import org.permitportal.registrations.RegistrationSweeper;

/**
 * Runs every hour: removes the users, held names and files of expired registrations, and finishes
 * confirmations that stopped early.
 */
public final class SweepRegistrationsHandler extends Trigger<SweepRegistrationsHandler.Tick, Void> {
  @Inject RegistrationSweeper sweeper;

  public SweepRegistrationsHandler() {}

  public SweepRegistrationsHandler(ApplicationContext context) {
    super(context);
  }

  /** The schedule's event; its content is ignored. */
  @Serdeable
  record Tick() {}

  @Override
  protected @Nullable Void on(Tick tick, Log.Line line) {
    RegistrationSweeper.Swept swept = sweeper.run();
    line.note("swept", swept.swept());
    line.note("finished", swept.finished());
    return null;
  }
}
