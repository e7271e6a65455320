package org.permitportal.notices.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.Trigger;
import org.permitportal.notices.MailFeedback;
import org.permitportal.platform.Log;

/**
 * Runs on SES's events {@code Email Bounced} and {@code Email Complaint Received}: marks the
 * address to which the mail was sent.
 */
public final class RecordBounceHandler extends Trigger<RecordBounceHandler.Event, Void> {
  @Inject MailFeedback feedback;

  public RecordBounceHandler() {}

  public RecordBounceHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Event(Detail detail) {}

  @Serdeable
  record Detail(Mail mail, @Nullable Bounce bounce, @Nullable Complaint complaint) {}

  @Serdeable
  record Mail(List<String> destination) {}

  @Serdeable
  record Bounce(String bounceType, Instant timestamp) {}

  @Serdeable
  record Complaint(@Nullable String complaintFeedbackType, Instant timestamp) {}

  @Override
  protected @Nullable Void on(Event event, Log.Line line) {
    Detail detail = event.detail();
    List<String> addresses = detail.mail().destination();
    int marked = 0;
    if (detail.bounce() != null) {
      Bounce bounce = detail.bounce();
      marked = feedback.bounced(addresses, bounce.bounceType(), bounce.timestamp());
    } else if (detail.complaint() != null) {
      Complaint complaint = detail.complaint();
      String type = complaint.complaintFeedbackType();
      marked = feedback.complained(addresses, type == null ? "" : type, complaint.timestamp());
    }
    line.note("marked", marked);
    return null;
  }
}
