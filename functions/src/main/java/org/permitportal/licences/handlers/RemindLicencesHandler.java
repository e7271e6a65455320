package org.permitportal.licences.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.Trigger;
import org.permitportal.licences.LicenceReminders;
import org.permitportal.platform.Log;

/** Runs several times a day: reminds of licences and insurance that expire. */
public final class RemindLicencesHandler extends Trigger<RemindLicencesHandler.Tick, Void> {
  @Inject LicenceReminders licenceReminders;

  public RemindLicencesHandler() {}

  public RemindLicencesHandler(ApplicationContext context) {
    super(context);
  }

  /** A schedule's event; what is in it makes no difference. */
  @Serdeable
  record Tick() {}

  @Override
  protected @Nullable Void on(Tick tick, Log.Line line) {
    line.note("reminded", licenceReminders.run());
    return null;
  }
}
