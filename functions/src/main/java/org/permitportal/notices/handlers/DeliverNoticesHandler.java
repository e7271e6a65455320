package org.permitportal.notices.handlers;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.permitportal.http.Trigger;
import org.permitportal.notices.NoticeDelivery;
import org.permitportal.notices.NoticeDelivery.Outcome;
import org.permitportal.platform.Log;

/**
 * Sends new notices from the table's stream. The answer names the notices that can't be sent now,
 * and the stream delivers them again. The other notices of the batch are sent without waiting for
 * them.
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
      @JsonProperty("Keys") Keys keys,
      @JsonProperty("SequenceNumber") String sequenceNumber,
      @JsonProperty("ApproximateCreationDateTime") double seconds) {
    String key() {
      return keys.pk().value();
    }

    Instant since() {
      return Instant.ofEpochSecond((long) seconds);
    }
  }

  @Serdeable
  record Keys(Text pk) {}

  @Serdeable
  record Text(@JsonProperty("S") String value) {}

  /**
   * The failed notices of the batch, in the form that Lambda's ReportBatchItemFailures requires.
   */
  @Serdeable
  public record Failed(List<FailedItem> batchItemFailures) {}

  /** One failed notice; {@code itemIdentifier} is its sequence number in the stream. */
  @Serdeable
  public record FailedItem(String itemIdentifier) {}

  @Override
  protected Failed on(Event event, Log.Line line) {
    List<FailedItem> failed = new ArrayList<>();
    int sent = 0;
    int undeliverable = 0;
    List<String> givenUp = new ArrayList<>();
    for (Change change : event.records()) {
      StreamRecord notice = change.dynamodb();
      try {
        Outcome outcome = delivery.deliver(notice.key());
        sent += outcome == Outcome.SENT ? 1 : 0;
        undeliverable += outcome == Outcome.UNDELIVERABLE ? 1 : 0;
      } catch (RuntimeException fault) {
        line.fault(fault);
        if (delivery.givenUp(notice.key(), notice.since(), fault)) {
          givenUp.add(notice.key());
        } else {
          failed.add(new FailedItem(notice.sequenceNumber()));
        }
      }
    }
    line.note("sent", sent);
    line.note("undeliverable", undeliverable);
    line.note("failed", failed.size());
    if (!givenUp.isEmpty()) {
      line.note("givenUp", String.join(" ", givenUp));
    }
    return new Failed(failed);
  }
}
