package org.permitportal.notices.handlers;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.permitportal.http.Trigger;
import org.permitportal.notices.NoticeDelivery;
import org.permitportal.notices.NoticeDelivery.Outcome;
import org.permitportal.platform.Log;

/**
 * New notices from the table's stream. What can't be sent now is named in the answer and comes
 * again, the others of the batch do not wait for it.
 */
public final class DeliverNoticesHandler
    extends Trigger<DeliverNoticesHandler.Event, DeliverNoticesHandler.Failed> {
  @Inject NoticeDelivery delivery;

  public DeliverNoticesHandler() {}

  public DeliverNoticesHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Event(@JsonProperty("Records") List<Change> records) {}

  @Serdeable
  record Change(StreamRecord dynamodb) {}

  @Serdeable
  record StreamRecord(
      @JsonProperty("Keys") Keys keys, @JsonProperty("SequenceNumber") String sequenceNumber) {}

  @Serdeable
  record Keys(Text pk) {}

  @Serdeable
  record Text(@JsonProperty("S") String value) {}

  /** The batch's failures, as ReportBatchItemFailures takes them. */
  @Serdeable
  public record Failed(List<FailedItem> batchItemFailures) {}

  /** One of them, by its sequence number. */
  @Serdeable
  public record FailedItem(String itemIdentifier) {}

  @Override
  protected Failed on(Event event, Log.Line line) {
    List<FailedItem> failed = new ArrayList<>();
    int sent = 0;
    int undeliverable = 0;
    for (Change change : event.records()) {
      try {
        Outcome outcome = delivery.deliver(change.dynamodb().keys().pk().value());
        sent += outcome == Outcome.SENT ? 1 : 0;
        undeliverable += outcome == Outcome.UNDELIVERABLE ? 1 : 0;
      } catch (RuntimeException fault) {
        line.fault(fault);
        failed.add(new FailedItem(change.dynamodb().sequenceNumber()));
      }
    }
    line.note("sent", sent);
    line.note("undeliverable", undeliverable);
    line.note("failed", failed.size());
    return new Failed(failed);
  }
}
