package org.permitportal.files.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.ArrivalCheck;
import org.permitportal.http.Trigger;
import org.permitportal.platform.Log;

/**
 * Checks an object that arrived in the documents' bucket. EventBridge's event {@code Object
 * Created} calls this function.
 */
public final class CheckUploadHandler extends Trigger<CheckUploadHandler.Event, Void> {
  @Inject ArrivalCheck check;

  public CheckUploadHandler() {}

  public CheckUploadHandler(ApplicationContext context) {
    super(context);
  }

  /** The event. Its keys are not URL-encoded (docs.aws.amazon.com/AmazonS3, EventBridge.html). */
  @Serdeable
  record Event(Detail detail) {}

  @Serdeable
  record Detail(StoredObject object) {}

  @Serdeable
  record StoredObject(String key) {}

  @Override
  protected @Nullable Void on(Event event, Log.Line line) {
    line.note("outcome", check.arrived(event.detail().object().key()));
    return null;
  }
}
