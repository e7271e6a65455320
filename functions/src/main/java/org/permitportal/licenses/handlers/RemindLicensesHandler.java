package org.permitportal.licenses.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.Trigger;
import org.permitportal.licenses.LicenseReminders;
import org.permitportal.platform.Log;

/** Runs several times a day and sends reminders of licenses and insurance that will expire. */
public final class RemindLicensesHandler extends Trigger<RemindLicensesHandler.Tick, Void> {
  @Inject LicenseReminders licenseReminders;

  public RemindLicensesHandler() {}

  public RemindLicensesHandler(ApplicationContext context) {
    super(context);
  }

  /** The schedule's event, whose contents are ignored. */
  @Serdeable
  record Tick() {}

  @Override
  protected @Nullable Void on(Tick tick, Log.Line line) {
    line.note("reminded", licenseReminders.run());
    return null;
  }
}
