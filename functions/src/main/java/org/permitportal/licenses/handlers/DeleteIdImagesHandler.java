package org.permitportal.licenses.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.Trigger;
import org.permitportal.licenses.IdImageRetention;
import org.permitportal.platform.Log;

/** Runs several times a day: deletes images of identity documents whose day has come. */
public final class DeleteIdImagesHandler extends Trigger<DeleteIdImagesHandler.Tick, Void> {
  @Inject IdImageRetention idImages;

  public DeleteIdImagesHandler() {}

  public DeleteIdImagesHandler(ApplicationContext context) {
    super(context);
  }

  /** A schedule's event; what is in it makes no difference. */
  @Serdeable
  record Tick() {}

  @Override
  protected @Nullable Void on(Tick tick, Log.Line line) {
    line.note("deleted", idImages.run());
    return null;
  }
}
