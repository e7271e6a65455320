package org.permitportal.licenses.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.Trigger;
import org.permitportal.licenses.IdImageRetention;
import org.permitportal.platform.Log;

/** Runs several times a day and deletes images of identity documents that are due for deletion. */
public final class DeleteIdImagesHandler extends Trigger<DeleteIdImagesHandler.Tick, Void> {
  @Inject IdImageRetention idImages;

  public DeleteIdImagesHandler() {}

  public DeleteIdImagesHandler(ApplicationContext context) {
    super(context);
  }

  /** The schedule's event, whose contents are ignored. */
  @Serdeable
  record Tick() {}

  @Override
  protected @Nullable Void on(Tick tick, Log.Line line) {
    line.note("deleted", idImages.run());
    return null;
  }
}
